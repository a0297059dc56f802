/** What other sites read of a story. */
import { getText } from '../../core/dataset/dataset.ts';
import { getCardPath, getStoryKey, getStoryPath } from '../../core/url/paths.ts';
import type { Story } from '../../core/dataset/model.ts';
import { CARD, type CardText } from '../card.ts';
import type { Preview } from '../preview.ts';
import { clipText, type Source } from '../subject.ts';

const TITLE = 110;
const DESCRIPTION = 200;

export const describeStory = ({ site, tr }: Pick<Source, 'site' | 'tr'>, story: Story): Preview => ({
  id: getStoryKey(story.id),
  title: clipText(getText(tr.lang, story.title), TITLE),
  description: clipText(getText(tr.lang, story.lead), DESCRIPTION),
  url: site + getStoryPath(story.id, tr.lang),
  alt: tr.t('sharePage.picture', { name: getText(tr.lang, story.title) }),
});

export const describeStoryCard = ({ tr }: Pick<Source, 'tr'>, story: Story): CardText => ({
  heading: getText(tr.lang, story.title),
  facts: getText(tr.lang, story.lead),
  kind: tr.t('story.kind'),
});

/** A story as schema.org data. */
export function buildStoryJsonLd(source: Source, story: Story): Record<string, unknown> {
  const { tr, site, manifest } = source;
  const { title, description, url, id } = describeStory(source, story);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    url,
    headline: title,
    description,
    inLanguage: tr.lang,
    datePublished: story.date,
    dateModified: manifest.built.slice(0, 10),
    isPartOf: { '@type': 'WebSite', name: tr.t('app.name'), url: site },
    image: { '@type': 'ImageObject', contentUrl: site + getCardPath(id, tr.lang), width: CARD.width, height: CARD.height },
    hasPart: story.chapters.map((chapter) => ({
      '@type': 'WebPageElement',
      name: getText(tr.lang, chapter.heading),
      url: `${url}#${chapter.id}`,
    })),
  };
}

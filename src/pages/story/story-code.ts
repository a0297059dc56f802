/** What a newsroom pastes to show a story in a page of its own. */
import { getText } from '../../core/dataset/dataset.ts';
import type { Story } from '../../core/dataset/model.ts';
import { writeEmbedCode } from '../../core/embed/embed-code.ts';
import { EMBED_DEFAULTS } from '../../core/embed/embed-url.ts';
import { STORY_HEIGHT } from '../../core/embed/frame-height.ts';
import { type Markup, markup, writeAttributes } from '../../core/markup.ts';
import { getStoryPath } from '../../core/url/paths.ts';
import type { Source } from '../subject.ts';

export function writeStoryCode({ site, tr }: Pick<Source, 'site' | 'tr'>, story: Story): Markup {
  const title = getText(tr.lang, story.title);
  const path = getStoryPath(story.id, tr.lang);
  const code = writeEmbedCode('iframe', {
    base: site,
    page: null,
    lang: tr.lang,
    config: { ...EMBED_DEFAULTS, story: story.id },
    size: 'content',
    leastHeight: STORY_HEIGHT,
    title,
    linkText: title,
    linkTo: site + path,
    sharePath: path,
    cardPath: null,
  });
  const data = { 'data-site': site, 'data-copied': tr.t('share.copied'), 'data-refused': tr.t('share.notCopied') };
  return markup`<details class="embed-code" data-embed-code="data-embed-code"${writeAttributes(data)}>
<summary>${tr.t('story.embed')}</summary>
<p>${tr.t('story.embedHint')}</p>
<textarea readonly rows="5" dir="ltr" aria-label="${tr.t('embed.code')}">${code}</textarea>
<p><button type="button" hidden>${tr.t('embed.copy')}</button> <span role="status"></span></p>
</details>
`;
}

import { describe, expect, it } from 'vitest';
import type { Manifest, Story } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { buildStoryOembed } from '../../../src/pages/oembed.ts';
import { writeStoryEmbed, writeStoryList } from '../../../src/pages/story/story-embed.ts';
import { writeStoryPage } from '../../../src/pages/story/story-page.ts';
import type { Source } from '../../../src/pages/subject.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const HOSTILE = '"><img src=x onerror=alert(1)>';
const site = 'https://example.org/atlas/';
const manifest: Manifest = { version: 1, built: '2026-11-25T00:00:00.000Z', files: {}, sources: [], licences: [] };
const size = { width: 800, height: 680 };
const options = {
  styles: ['assets/a.css'],
  policy: "default-src 'none'",
  script: 'assets/s.js',
  sizes: { wide: size, narrow: size },
  credit: '© someone',
};

async function build(lang: 'en' | 'fa' = 'en'): Promise<{ source: Source; story: Story }> {
  const atlas = await miniAtlas();
  const [route = ''] = atlas.routes.keys();
  const story: Story = {
    id: 'two-ways',
    title: { en: HOSTILE, fa: HOSTILE },
    lead: { en: HOSTILE },
    date: '2026-11-29',
    sources: [],
    chapters: [
      { id: 'one', view: { select: route }, heading: { en: HOSTILE }, text: { en: [[HOSTILE, { t: HOSTILE, ref: route }]] } },
    ],
  };
  return { source: { atlas, manifest, site, tr: translator(lang, await loadDictionary(lang)) }, story };
}

describe('a story made to be framed', () => {
  it('opens its links beside the frame, and takes no text for markup', async () => {
    const { source, story } = await build();
    const html = writeStoryEmbed(source, story, options);
    expect(html).not.toContain('<img src=x');
    for (const [link] of html.matchAll(/<a [^>]*href[^>]*>/g)) expect(link).toContain('target="_blank" rel="noopener"');
    expect(html).toContain('<a class="open" href="../stories/two-ways.html"');
    expect(html).toContain('© someone');
    expect(html).not.toContain('class="site"');
  });

  it('has the page of its language in its oEmbed answer and in the code of its page', async () => {
    const { source, story } = await build('fa');
    const framed = `${site}embed/story-two-ways.fa.html`;
    expect(buildStoryOembed(source, story)['html']).toContain(`src="${framed}"`);
    const page = writeStoryPage(source, story, options);
    const [, code = ''] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page) ?? [];
    expect(code).toContain(`&lt;iframe src=&quot;${framed}&quot;`);
    expect(page).not.toContain('<img src=x');
  });
});

describe('the page that leads to a story', () => {
  it('lists the stories that there are, and has words for one that there is not', async () => {
    const { source, story } = await build('fa');
    const html = writeStoryList(source, [story], options);
    expect(html).toContain('<li data-story="two-ways"><a href="../embed/story-two-ways.fa.html">');
    expect(/data-note="([^"]*)"/.exec(html)?.[1]).toContain('{id}');
    expect(html).not.toContain('<img src=x');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../src/core/dataset/dataset.ts';
import { getLanguage, LANGS, type Manifest } from '../../../src/core/dataset/model.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { describeCard, describeSiteCard, writeCard } from '../../../src/pages/card.ts';
import { writeClaimCard } from '../../../src/pages/claim-card.ts';
import { computeFrameHeight } from '../../../src/core/embed/frame-height.ts';
import { writeDataBlock, Markup, markup } from '../../../src/core/markup.ts';
import { writeMissingPage } from '../../../src/pages/missing.ts';
import { buildOembed, buildSiteOembed } from '../../../src/pages/oembed.ts';
import { writePage } from '../../../src/pages/page.ts';
import { getPagePath } from '../../../src/core/url/paths.ts';
import { getMapPath, getRootFrom, listAlternates, readSiteAddress } from '../../../src/pages/site.ts';
import { writeRobots, writeSitemap } from '../../../src/pages/sitemap.ts';
import {
  clipText,
  describeVerdict,
  getDescription,
  getTitle,
  type Source,
  type Subject,
  listSubjects,
} from '../../../src/pages/subject.ts';
import { miniAtlas } from '../../fixtures/mini.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)> & "quoted" \'too\'';
const site = 'https://example.org/atlas/';
const manifest: Manifest = {
  version: 1,
  built: '2026-11-25T00:00:00.000Z',
  files: {},
  sources: [{ id: 's1', title: HOSTILE, publisher: 'P', url: 'https://example.org/?a=1&b=2' }],
  licences: [{ what: { en: 'All' }, licence: 'ODbL-1.0', url: 'https://example.org/odbl', credit: '© someone' }],
};
let atlas: Atlas;
let subjects: Subject[];

async function source(lang: (typeof LANGS)[number] = 'en'): Promise<Source> {
  return { atlas, manifest, site, tr: translator(lang, await loadDictionary(lang), atlas.context?.countries) };
}
const picture = markup`<svg viewBox="0 0 1 1"></svg>`;
const options = { picture, styles: ['pages/a.css', 'assets/b.css'], policy: "default-src 'none'; script-src 'self'" };
const blocks = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
  );

beforeAll(async () => {
  const mini = await miniAtlas();
  const [first = '', second = ''] = mini.routes.keys();
  atlas = { ...mini, comparisons: [{ id: 'two', title: { en: 'Two ways' }, compare: [first, second] }] };
  subjects = listSubjects(atlas);
});

describe('the page where an address leads to nothing', () => {
  it('says so in every language, and leads to the map from any depth below the path of the site', async () => {
    const translators = await Promise.all(LANGS.map(async (lang) => translator(lang, await loadDictionary(lang))));
    const html = writeMissingPage(translators, site, options);
    for (const { lang, t } of translators) {
      expect(html).toContain(t('sharePage.missing'));
      expect(html).toContain(`href="/atlas/${lang === 'en' ? '' : `?lang=${lang}`}"`);
    }
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address?.startsWith('/atlas/'))).toEqual([]);
    expect(html).toContain('noindex');
  });
});

describe('markup', () => {
  it('escapes whatever is filled in, unless it is markup itself', () => {
    expect(markup`<p title="${HOSTILE}">${HOSTILE}</p>`.text).toBe(
      `<p title="&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; &#39;too&#39;">&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot; &#39;too&#39;</p>`,
    );
    expect(markup`<p>${markup`<b>${'<'}</b>`}${[1, null, false, undefined, ['a', new Markup('<i></i>')]]}</p>`.text).toBe(
      '<p><b>&lt;</b>1a<i></i></p>',
    );
  });

  it('keeps a data block closed against its own text', () => {
    const { text } = writeDataBlock({ name: HOSTILE });
    expect(text.match(/<\/script/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(blocks(text)).toEqual([{ name: HOSTILE }]);
  });
});

describe('a page to share', () => {
  it('exists for every corridor, route, area, claim and ready-made comparison', () => {
    const expected = [
      ...atlas.corridors.keys(),
      ...atlas.routes.keys(),
      ...atlas.areas.keys(),
      ...atlas.context!.claims.map(({ id }) => id),
      'compare-two',
    ];
    expect(subjects.map(({ id }) => id)).toEqual(expected);
    expect(new Set(subjects.map(({ kind }) => kind)).size).toBe(5);
  });

  it('carries title, description, one address for each language, a card and an oEmbed link in every language', async () => {
    for (const lang of LANGS) {
      const from = await source(lang);
      for (const subject of subjects) {
        const html = writePage(from, subject, options);
        const url = site + getPagePath(subject.id, lang);
        expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${lang}" dir="${getLanguage(lang).direction}">`));
        expect(html).toMatch(/<title>[^<]{5,160}<\/title>/);
        expect(html).toContain(`<link rel="canonical" href="${url}">`);
        expect(html).toContain(`<meta property="og:url" content="${url}">`);
        expect([...html.matchAll(/hreflang="([^"]+)" href=/g)].map(([, tag]) => tag)).toEqual([...LANGS, 'x-default']);
        const card = `${site}pages/cards/${lang === 'en' ? '' : `${lang}/`}${subject.id}.png`;
        expect(html).toContain(`<meta property="og:image" content="${card}">`);
        expect(html).toContain(`<meta name="twitter:image" content="${card}">`);
        expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
        expect(html).toContain(`"contentUrl":"${card}"`);
        expect(buildOembed(from, subject)['thumbnail_url']).toBe(card);
        expect(html).toMatch(/type="application\/json\+oembed" href="https:\/\/example\.org\/atlas\/oembed\//);
        expect(getDescription(from, subject).length).toBeGreaterThan(5);
        expect(getDescription(from, subject).length).toBeLessThanOrEqual(200);
        expect(html.match(/<h1/g)).toHaveLength(1);
        expect(html).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });

  it('has nothing that a strict policy forbids', async () => {
    const from = await source();
    for (const subject of subjects) {
      const html = writePage(from, subject, options);
      expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|<style|\sstyle=|\son\w+=/);
      // Hosts without headers of their own.
      expect(html).toContain(
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39;">',
      );
    }
  });

  it('tells search engines of a place and its data, and of a claim without a rating', async () => {
    const from = await source();
    for (const subject of subjects) {
      const [data, ...more] = blocks(writePage(from, subject, options));
      expect(more).toEqual([]);
      expect(data).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'WebPage',
        '@id': site + getPagePath(subject.id, 'en'),
      });
      const main = data?.['mainEntity'] as Record<string, unknown>;
      expect(main['@type']).toBe(subject.kind === 'claim' ? 'Claim' : 'Dataset');
      expect(JSON.stringify(data)).not.toMatch(/ClaimReview|reviewRating/);
      if (subject.kind !== 'claim') expect(data?.['about']).toMatchObject({ '@type': 'Place', geo: { '@type': 'GeoShape' } });
    }
  });

  it('of a comparison sets its routes side by side, opens the map with them and frames them', async () => {
    const from = await source('ka');
    const [comparison] = subjects.filter(({ kind }) => kind === 'comparison');
    const [first = '', second = ''] = atlas.routes.keys();
    const html = writePage(from, comparison!, options);
    expect(html).toContain('<h1>Two ways</h1>');
    expect([...html.matchAll(/<th scope="row" role="rowheader">(.)\. /g)].map(([, letter]) => letter)).toEqual(['A', 'B']);
    expect(html).toContain(`href="../../index.html?panel=compare&amp;lang=ka&amp;compare=${first},${second}"`);
    expect(html).toContain(`pages/ka/${first}.html`);
    const answer = buildOembed(from, comparison!);
    expect(answer['html']).toContain(`src="${site}embed/_all.ka.html?compare=${first},${second}"`);
    expect(answer['html']).toContain(`<a href="${site}pages/ka/compare-two.html">Two ways</a>`);
    expect(answer['height']).toBe(computeFrameHeight(atlas, null, { compared: 2 }));
    const cells = [
      ...writePage(await source('fa'), comparison!, options).matchAll(/<td role="cell" class="number"[^>]*>(.*?)<\/td>/g),
    ];
    expect(cells).toHaveLength(8);
    expect(cells.map(([, text]) => text).join('')).not.toMatch(/\d/);
  });

  it('shares no claim without its verdict, in title, preview, card, frame and page', async () => {
    const claims = subjects.filter(({ kind }) => kind === 'claim');
    for (const lang of ['en', 'zh'] as const) {
      const from = await source(lang);
      for (const claim of claims) {
        if (claim.kind !== 'claim') throw new Error('no claim');
        const { verdict, words, limits } = describeVerdict(from, claim.value);
        const html = writePage(from, claim, options);
        const shared = /property="og:title" content="([^"]*)"/.exec(html)?.[1];
        expect(shared?.startsWith(words), claim.id).toBe(true);
        expect(html, claim.id).toContain(limits.slice(0, 20));
        expect(from.tr.t(`verdict.${verdict}`)).toBe(words);
        expect(String(buildOembed(from, claim)['title'])).toContain(words);
        expect(writeCard(from, describeCard(from, claim), picture).replace(/<[^>]*>/g, ' ')).toContain(words);
        expect(writeClaimCard(from, claim, { ...options, script: 'assets/f.js' })).toContain(words);
      }
    }
  });

  it('shows the rows that a verdict rests on', async () => {
    const claim = subjects.find(({ kind }) => kind === 'claim')!;
    const route = subjects.find(({ kind }) => kind === 'route')!;
    const rule = { kind: 'called', names: [{ feature: route.id, name: 'Some <other> name' }] };
    const html = writePage(await source(), { ...claim, value: { ...claim.value, rule } } as Subject, options);
    expect(html.match(/<tr role="row"><td /g)).toHaveLength(1);
    expect(html).toContain('Some &lt;other&gt; name');
  });

  it('says in text what the map shows of a route, with sources and neighbours', async () => {
    const route = subjects.find(({ kind }) => kind === 'route')!;
    if (route.kind !== 'route') throw new Error('no route');
    const from = await source();
    const html = writePage(from, route, options);
    expect(html).toContain(from.tr.km(route.value.drawnKm));
    expect(html).toContain('<ol class="steps">');
    expect(html).toContain(`href="../${getMapPath(route.id, 'en').replace('&', '&amp;')}"`);
    const corridor = subjects.find((one) => one.kind === 'corridor' && one.value.routes.includes(route.id))!;
    expect(html).toContain(`href="../pages/${corridor.id}.html"`);
    expect(writePage(await source('az'), route, options)).toContain(`href="../../pages/az/${corridor.id}.html"`);
  });

  it('never lets names from the data become HTML', async () => {
    const route = subjects.find(({ kind }) => kind === 'route')!;
    const bad = { ...route, value: { ...route.value, name: HOSTILE, names: {}, summary: { en: HOSTILE } } } as Subject;
    const html = writePage(await source(), bad, options);
    expect(html).not.toContain('<img src=x');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
  });
});

it('answers oEmbed with a frame of a known size, a thumbnail and nothing unescaped', async () => {
  const from = await source();
  for (const subject of subjects) {
    const answer = buildOembed(from, subject);
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_url: site,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
    expect(answer['thumbnail_url']).toBe(`${site}pages/cards/${subject.id}.png`);
    const html = String(answer['html']);
    expect(html).toContain(`width="${answer['width']}" height="${answer['height']}"`);
    // A comparison has no frame of its own: it is asked of the general one.
    expect(html).toContain(
      subject.kind === 'comparison' ? `src="${site}embed.html?compare=` : `src="${site}embed/${subject.id}.html"`,
    );
    // What a feed or an editor that strips frames leaves.
    expect(html).toContain(`<p><a href="${site}${getPagePath(subject.id, 'en')}">`);
  }
  const route = subjects.find(({ kind }) => kind === 'route')!;
  const bad = { ...route, value: { ...route.value, name: HOSTILE, names: {} } } as Subject;
  expect(String(buildOembed(from, bad)['html'])).not.toContain('<img');
});

it('answers oEmbed in the language of the page, of the whole atlas too, and of a claim with a small frame', async () => {
  const from = await source('az');
  const [route] = subjects.filter(({ kind }) => kind === 'route');
  expect(String(buildOembed(from, route!)['html'])).toContain(`src="${site}embed/${route!.id}.az.html"`);
  expect(String(buildSiteOembed(from)['html'])).toContain(`src="${site}embed/_all.az.html"`);
  for (const claim of subjects.filter(({ kind }) => kind === 'claim')) {
    expect(Number(buildOembed(from, claim)['height'])).toBeLessThan(500);
  }
});

it('names every page in every language in the site map', () => {
  const xml = writeSitemap(
    site,
    subjects.map(({ id }) => listAlternates(id)),
    manifest.built,
  );
  expect(xml.match(/<loc>/g)).toHaveLength(1 + subjects.length * LANGS.length);
  for (const { id } of subjects) for (const lang of LANGS) expect(xml).toContain(`<loc>${site}${getPagePath(id, lang)}</loc>`);
  expect(writeRobots(site)).toContain(`Sitemap: ${site}sitemap.xml`);
});

it('turns a card round where one reads from right to left, but for its map', async () => {
  const card = writeCard(await source('fa'), { heading: 'سرخط', facts: 'شرح', kind: 'دالان' }, picture);
  expect(
    card.startsWith(writeCard(await source(), { heading: 'سرخط', facts: 'شرح', kind: 'دالان' }, picture).split('<text')[0]!),
  ).toBe(true);
  // The heading begins at the right margin.
  expect(card).toMatch(
    /<g transform="matrix\(-1 0 0 1 1200 0\)"><text x="44"[^>]*text-anchor="end" transform="matrix\(-1 0 0 1 88 0\)">\u2067سرخط/,
  );
});

it('draws a card of the size that previews ask for, long names cut, and what they open closed', async () => {
  const claim = subjects.find(({ kind }) => kind === 'claim')!;
  const long = { ...claim, value: { ...claim.value, text: { en: 'word '.repeat(80) } } } as Subject;
  const from = await source();
  expect(writeCard(from, describeSiteCard(from), picture)).toContain('Corridor Atlas');
  const svg = writeCard(from, describeCard(from, long), picture);
  expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"/);
  expect(svg).toContain('…”</text>');
});

it('quotes a claim in a title without the stop of its sentence', async () => {
  const claim = subjects.find(({ kind }) => kind === 'claim')!;
  const one = { ...claim, value: { ...claim.value, text: { en: 'It is so.', zh: '如此。' } } } as Subject;
  expect([getTitle(await source(), one), getTitle(await source('zh'), one)]).toEqual([
    expect.stringMatching(/ “It is so”$/),
    expect.stringMatching(/“如此”$/),
  ]);
});

it('makes the claim on a card as small as it has to be to stand there whole', async () => {
  const claim = subjects.find(({ kind }) => kind === 'claim')!;
  const longer = { ...claim, value: { ...claim.value, text: { en: 'word '.repeat(36).trim() } } } as Subject;
  const from = await source();
  expect(writeCard(from, describeCard(from, longer), picture)).not.toContain('…');
});

describe('addresses', () => {
  it('take a site with or without a slash, and refuse what is none', () => {
    expect(readSiteAddress('https://example.org/a')).toBe('https://example.org/a/');
    expect(readSiteAddress('https://example.org')).toBe('https://example.org/');
    for (const bad of ['', 'example.org', 'javascript:alert(1)', 'https://example.org/?q=1']) {
      expect(() => readSiteAddress(bad)).toThrow(/bad-option/);
    }
  });

  it('lead from any page to the root', () => {
    expect(getRootFrom(getPagePath('a', 'en'))).toBe('../');
    expect(getRootFrom(getPagePath('a', 'ka'))).toBe('../../');
  });

  it('cut long texts at a word', () => {
    expect(clipText('one two three four', 12)).toBe('one two…');
    expect(clipText('one “two three” four', 14)).toBe('one “two…”');
    expect(clipText('short', 12)).toBe('short');
    expect(clipText('很长的没有空格的一句话很长很长', 8)).toBe('很长的没有空格…');
  });
});

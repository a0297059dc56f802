/** One name a place and language: texts call it what the map calls it. */
import { readFileSync } from 'node:fs';
import { readStories } from '../../../geo/read/stories.ts';
import { describe, expect, it } from 'vitest';
import { type Lang, LANGS } from '../../../src/core/dataset/enums.ts';
import { realAtlas } from '../../fixtures/real.ts';

/** Published files with texts in several languages. */
const FILES = ['context', 'events', 'routes-index', 'corridors', 'comparisons', 'disruptions', 'changes', 'times'];
/** How many letters at the end of a name may change with its case; Chinese has none. */
const ENDING = 3;
const SHORTEST = 4;
/** A sea that gives a port its name. */
const OTHER_THINGS = new Set(['Caspian']);

type Text = Partial<Record<Lang, string>> & { en: string };

/** The words of a paragraph in each language, its mentions among them. */
function* listParagraphs(): Generator<Text> {
  for (const { story } of readStories('geo', [])) {
    for (const { text } of story.chapters) {
      for (const i of text.en.keys()) {
        const words = LANGS.flatMap((lang) => {
          const paragraph = text[lang]?.[i];
          return paragraph ? [[lang, paragraph.map((one) => (typeof one === 'string' ? one : one.t)).join('')]] : [];
        });
        yield Object.fromEntries(words) as Text;
      }
    }
    yield* [story.title, story.lead, ...story.chapters.map(({ heading }) => heading)];
  }
}

const isText = (value: object): value is Text => 'en' in value && typeof value.en === 'string';

function* listTexts(value: unknown): Generator<Text> {
  if (typeof value !== 'object' || value === null) return;
  if (isText(value)) yield value;
  for (const child of Object.values(value)) yield* listTexts(child);
}

/** The name without what is in brackets or says what kind of place it is. */
const shorten = (name: string): string =>
  name.replace(/ ?[(（].*$/u, '').replace(/^(?:порт|станция|узел|بندر|ایستگاه) | (?:port|station|junction)$/gu, '');

/** What is left of a name in any case of it. */
function findStem(lang: Lang, name: string): string {
  const [word = ''] = shorten(name).split(/[ ‌]/u);
  return (lang === 'zh' ? word.slice(0, 2) : word.slice(0, Math.max(ENDING, word.length - ENDING))).toLocaleLowerCase(lang);
}

const nodes = [...(await realAtlas()).nodes.values()]
  .map(({ properties }) => ({ ...properties, english: shorten(properties.name) }))
  .filter(({ english }) => english.length >= SHORTEST && !OTHER_THINGS.has(english));
const texts = [
  ...FILES.flatMap((name) => [...listTexts(JSON.parse(readFileSync(`static/data/${name}.json`, 'utf8')))]),
  ...listParagraphs(),
]
  // It says which names the English labels have.
  .filter(({ en }) => !en.includes('English labels'));
const named = texts.map((text) => ({
  text,
  places: nodes.filter(({ english }) => new RegExp(`(?<!\\p{L})${english}(?!\\p{L})`, 'u').test(text.en)),
}));

describe.each(LANGS.filter((lang) => lang !== 'en'))('texts in %s', (lang) => {
  it('call each place by the name that it has on the map', () => {
    const others = named.flatMap(({ text, places }) => {
      const own = text[lang]?.toLocaleLowerCase(lang);
      if (own === undefined) return [];
      return places
        .filter(({ names }) => !own.includes(findStem(lang, names[lang] ?? '')))
        .map(({ id, names }) => `${id}, ${names[lang]}: ${own}`);
    });
    expect(others).toEqual([]);
  });
});

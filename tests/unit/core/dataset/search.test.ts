import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import type { Lang } from '../../../../src/core/dataset/model.ts';
import { createSearch } from '../../../../src/core/dataset/search/search.ts';
import { loadDictionary } from '../../../../src/i18n/index.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

/** What is found among these sentences alone, by their numbers. */
async function find(sentences: readonly string[], question: string, lang: Lang = 'en'): Promise<number[]> {
  const imported = sentences.map((name, i) => ({ id: String(i), name }));
  const { 'search.fillers': fillers } = await loadDictionary(lang);
  const search = createSearch(atlas, lang, { wanted: () => false, imported, fillers });
  return search(question).map(({ matched }) => sentences.indexOf(matched));
}

describe('a whole question', () => {
  it.each([
    ['en', 'The hill line is the shortest rail connection of the quay.', 'Is the hill line the shortest rail link?'],
    ['az', 'Təpə dəmir yolu ən qısa dəmir yolu əlaqəsidir.', 'Təpə dəmir yolu ən qısa yoldurmu?'],
    ['ru', 'Горная дорога — кратчайшее сообщение с портом.', 'Правда ли, что горная дорога кратчайшая?'],
    ['tr', 'Tepe hattı en kısa demiryolu bağlantısıdır.', 'Tepe hattı en kısa demiryolu mu?'],
    ['ka', 'მთის რკინიგზა უმოკლესი სარკინიგზო კავშირია.', 'არის თუ არა მთის რკინიგზა ყველაზე მოკლე?'],
    ['kk', 'Тау теміржолы – ең қысқа теміржол байланысы.', 'Тау теміржолы рас па, ең қысқа ма?'],
    ['fa', 'راه‌آهن کوهستان کوتاه‌ترین پیوند ریلی است.', 'آیا راه‌آهن کوهستان کوتاه‌تر است؟'],
    ['zh', '山地铁路是最短的铁路通道。', '山地铁路是不是最短的铁路？'],
  ] as const)('finds in %s what has most of its words', async (lang, sentence, question) => {
    const other = atlas.nodes.get('quay')!.properties.name;
    expect((await find([other, sentence], question, lang))[0]).toBe(1);
  });

  it('puts first what has most of the words, and leaves out what has few of them', async () => {
    const sentences = ['the quay', 'the shortest line', 'the shortest line to the hills'];
    expect(await find(sentences, 'which is the shortest line to distant hills')).toEqual([2, 1]);
  });

  it('tells nothing of words that nothing has, and where one is left finds what has it', async () => {
    expect(await find(['the hills'], 'is there zzzz')).toEqual([]);
    expect(await find(['the quay', 'the hills'], 'what of hills')).toEqual([1]);
  });

  it('changes nothing where something has all of the words', async () => {
    expect(await find(['the hills', 'the line to the hills', 'the line'], 'the line hills')).toEqual([1]);
  });

  it('is asked for: a place that a path is to pass is not guessed', () => {
    const imported = [{ id: 'hills', name: 'the hills' }];
    expect(createSearch(atlas, 'en', { imported })('the zzzz hills')).toEqual([]);
  });
});

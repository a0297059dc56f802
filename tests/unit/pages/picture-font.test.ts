import { expect, it } from 'vitest';
import { addLetters } from '../../../tools/build/stories/picture-font.ts';

const draw = (text: string): string => `<svg xmlns="http://www.w3.org/2000/svg"><title>T</title><text>${text}</text></svg>`;

it('a picture in Chinese carries the letters that it writes, and no others', async () => {
  const read = async (text: string): Promise<Buffer> => {
    const [svg = ''] = await addLetters([draw(text), draw('山口')], 'zh');
    expect(svg).toContain(`<text>${text}</text>`);
    return Buffer.from(/base64,([^)]*)\)/.exec(svg)?.[1] ?? '', 'base64');
  };
  const [two, four] = [await read('西安'), await read('西安阿拉特')];
  expect(two.subarray(0, 4).toString()).toBe('wOF2');
  expect(two.length).toBeLessThan(four.length);
  expect(four.length).toBeLessThan(4000);
});

it('a picture in any other language is left as it is', async () => {
  expect(await addLetters([draw('Xi’an')], 'en')).toEqual([draw('Xi’an')]);
  expect(await addLetters([draw('Сиань')], 'ru')).toEqual([draw('Сиань')]);
});

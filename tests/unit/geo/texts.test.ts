import { expect, it } from 'vitest';
import { keepLanguage } from '../../../geo/publish/texts.ts';

it('a file for readers of one language has its texts and the English ones, all names, and all else as it is', () => {
  const text = { en: 'Opening', ru: 'Открытие', fa: 'گشایش' };
  const event = { id: 'one', date: '2017', title: text, names: text, at: [1, 2], parts: [{ note: { en: 'Only in English' } }] };
  expect(keepLanguage([event], 'fa')).toEqual([{ ...event, title: { en: 'Opening', fa: 'گشایش' } }]);
  expect(keepLanguage({ en: 'Opening', where: 'Baku' }, 'fa')).toEqual({ en: 'Opening', where: 'Baku' });
});

import { expect, it } from 'vitest';
import { writeShipmentKey } from '../../../src/embed/shipment-key.ts';
import { en } from '../../../src/i18n/dictionaries/en.ts';
import { translator } from '../../../src/i18n/translate.ts';

const tr = translator('en', en);
const read = (drawn: string[]): string[] =>
  [...writeShipmentKey(tr, 'light', new Set(drawn)).text.matchAll(/<\/svg>([^<]+)/g)].map(([, words = '']) => words);

it('explains what the map of an embed has of a shipment, in the order of the legend', () => {
  expect(read(['estimate', 'done'])).toEqual(['Distance covered', 'Estimated position']);
  expect(read(['done', 'ahead', 'position'])).toEqual(['Distance covered', 'Distance to go', 'Last report']);
});

it('explains the counts where many are gathered', () => {
  expect(read([])).toEqual(['Shipments at one place']);
});

import { expect, it } from 'vitest';
import { type ReadingPlace, SHEET } from '../../../src/app/state/layout.svelte.ts';
import { trackReadingPlaces } from '../../../src/entries/reading-places.ts';

/** A browser's history with a page that can be scrolled. */
function createBrowser(kept: unknown[] = [null]) {
  const entries = [...kept];
  let index = entries.length - 1;
  let place: ReadingPlace = { scroll: 0, sheet: SHEET.half };
  let keys = kept.length;
  const history = {
    get state(): unknown {
      return entries[index];
    },
    pushState(state: unknown) {
      index += 1;
      entries.splice(index, Infinity, state);
    },
    replaceState(state: unknown) {
      entries[index] = state;
    },
  };
  const places = trackReadingPlaces(
    history,
    () => place,
    () => `page ${(keys += 1)}`,
  );
  return {
    entries,
    places,
    read(scroll: number) {
      place = { scroll, sheet: SHEET.full };
    },
    go(step: 1 | -1) {
      index += step;
      return places.arrive(entries[index]);
    },
  };
}

it('back and forward both lead to where the page was left', () => {
  const { places, read, go } = createBrowser();
  read(300);
  places.push('?select=a');
  read(120);
  expect(go(-1)).toEqual({ scroll: 300, sheet: SHEET.full });
  read(310);
  expect(go(1)).toEqual({ scroll: 120, sheet: SHEET.full });
  read(5);
  expect(go(-1)).toEqual({ scroll: 310, sheet: SHEET.full });
});

it('a page that is left in either way has the place where it was left last', () => {
  const { places, read, go } = createBrowser();
  read(300);
  places.push('?select=a');
  go(-1);
  read(310);
  go(1);
  go(-1);
  read(500);
  places.push('?select=b');
  expect(go(-1)).toEqual({ scroll: 500, sheet: SHEET.full });
});

it('a page that was never read has no place, nor has a new page the place of one that it replaced', () => {
  const { places, read, go, entries } = createBrowser();
  places.push('?select=a');
  read(50);
  go(-1);
  places.push('?select=b');
  go(-1);
  entries.push({ page: 'of another document' });
  expect(createBrowser([null, null]).go(-1)).toBeNull();
});

it('the places of pages that were left for others are there after a reload', () => {
  const before = createBrowser();
  before.read(200);
  before.places.push('?select=a');
  before.places.replace('?select=a&lang=ru');
  const after = createBrowser(before.entries);
  expect(after.go(-1)).toEqual({ scroll: 200, sheet: SHEET.full });
});

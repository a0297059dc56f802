import { expect, it } from 'vitest';
import { type KeptState, readKeptState, writeKeptState } from '../../../../src/app/state/kept-state.ts';

it('goes as text through what takes nothing else, with bytes and the files beside a file', () => {
  const kept: KeptState = {
    routes: [],
    files: [
      { name: 'line.shp', bytes: Uint8Array.of(0, 127, 128, 255), siblings: new Map([['dbf', Uint8Array.of(3)]]) },
      { name: 'large.kml', bytes: null },
    ],
    draft: { id: null, name: 'Über “Kars”', line: [[49.5, 40.25]] },
  };
  expect(readKeptState(writeKeptState(kept))).toEqual(kept);
});

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { findLifts, readVersion } from '../../../../src/core/dataset/load/versions.ts';

describe('the version of a dataset', () => {
  it('is read before anything else of the manifest is looked at', () => {
    expect(readVersion({ version: 7, files: 'of another shape' })).toBe(7);
    expect(readVersion({ files: {} })).toBeNull();
    expect(readVersion('<!doctype html>')).toBeNull();
  });

  it('lifts a file of an older version step by step to the newest', () => {
    const older = [
      {
        version: 1,
        files: {
          links: v.pipe(
            v.object({ km: v.number() }),
            v.transform(({ km }) => ({ lengthKm: km })),
          ),
        },
      },
      {
        version: 2,
        files: {
          links: v.pipe(
            v.object({ lengthKm: v.number() }),
            v.transform(({ lengthKm }) => [lengthKm]),
          ),
        },
      },
    ];
    const lift = (version: number, file: unknown) =>
      findLifts('links', version, older).reduce((json: unknown, schema) => v.parse(schema, json), file);
    expect(lift(1, { km: 5 })).toEqual([5]);
    expect(lift(2, { lengthKm: 5 })).toEqual([5]);
    expect(lift(3, [5])).toEqual([5]);
    expect(findLifts('nodes', 1, older)).toEqual([]);
  });
});

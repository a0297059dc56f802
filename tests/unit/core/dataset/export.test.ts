import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Atlas } from '../../../../src/core/dataset/dataset.ts';
import { writeCsv } from '../../../../src/core/dataset/csv.ts';
import { writeFeatureCsv, writeFeatureGeojson } from '../../../../src/core/dataset/export.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

let atlas: Atlas;
beforeAll(async () => {
  atlas = await miniAtlas();
});

/** RFC 4180, as a spreadsheet reads it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (csv[i + 1] === '"') cell += csv[++i]!;
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\r') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (c === '\r') {
        i++;
        rows.push([]);
      }
    } else cell += c;
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('gives every text back as it was, formulas disarmed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer()), { maxLength: 5 }), (rows) => {
        const [, ...read] = parse(writeCsv(['text', 'number'], rows));
        expect(read).toEqual(rows.map(([text, n]) => [/^[=+\-@\t\r]/.test(text) ? `'${text}` : text, String(n)]));
      }),
    );
  });

  it('of a route lists its places by kilometre, of a corridor its routes', () => {
    const rows = parse(writeFeatureCsv(atlas, 'through', 'en')!);
    const header = 'km,id,name,local_name,kind,country,lon,lat,locode,esr,uic,estimated_km';
    expect(rows[0]).toEqual(header.split(','));
    // The length to quote stands beside the measured kilometres.
    expect(Number(rows.at(-1)!.at(-1))).toBe(atlas.routes.get('through')!.estimatedKm);
    expect(rows.slice(1).map(([, id]) => id)).toEqual(['westend', 'frontier', 'quay', 'haven', 'eastend']);
    const kilometres = rows.slice(1).map(([km]) => Number(km));
    expect(kilometres).toEqual(kilometres.toSorted((a, b) => a - b));
    expect(parse(writeFeatureCsv(atlas, 'middle', 'en')!)[0]).toContain('drawn_km');
  });
});

describe('GeoJSON', () => {
  it('of a route has its line and all its properties; of a corridor every route; of nothing nothing', () => {
    const [feature] = writeFeatureGeojson(atlas, 'through')!.features;
    expect(feature!.geometry.type).toBe('MultiLineString');
    expect(feature!.properties).toMatchObject({ id: 'through', borderCrossings: 2 });
    expect(writeFeatureGeojson(atlas, 'middle')!.features.length).toBe(atlas.corridors.get('middle')!.routes.length);
    expect(writeFeatureGeojson(atlas, 'nothing-of-the-kind')).toBeNull();
  });
});

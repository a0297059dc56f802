/** The laws that lengths obey, on the atlas as built. */
import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { simplifyLine } from '../../../../geo/derive/simplify.ts';
import { compareItems, type ComparedRow } from '../../../../src/core/compare/comparison.ts';
import { type Point, writeItem } from '../../../../src/core/url/compare-items.ts';
import { indexAtlas } from '../../../../src/core/dataset/dataset.ts';
import { measureLine, SPHERE_ERROR, toMetres } from '../../../../src/core/measure/measure.ts';
import type { LinkFeature, Position, RouteProperties } from '../../../../src/core/dataset/model.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();
const routes = [...atlas.routes.values()];
const links = [...atlas.links.values()];

const row = (route: string, from: Point, to: Point): ComparedRow => {
  const { rows, problems } = compareItems(atlas, [writeItem({ kind: 'section', route, from, to })]);
  expect(problems).toEqual([]);
  return rows[0]!;
};
const sum = (rows: readonly { km: number }[]) => toMetres(rows.reduce((total, { km }) => total + km, 0));
const route = fc.constantFrom(...routes);
/** A route with points on it, in metres from its start, in order and all different. */
const cuts = route.chain((one) =>
  fc
    .uniqueArray(
      fc.oneof(
        fc.integer({ min: 1, max: Math.round(one.drawnKm * 1000) - 1 }),
        fc.constantFrom(...one.nodes.slice(1, -1).map(({ km }) => Math.round(km * 1000))),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((metres) => ({ route: one, at: metres.sort((a, b) => a - b).map((metre) => metre / 1000) })),
);
const sections = ({ route: one, at }: { route: RouteProperties; at: number[] }) =>
  [0, ...at].map((from, i) => row(one.id, from, at[i] ?? one.drawnKm));

describe('the length of a route', () => {
  it('is the sum of its sections, wherever it is cut, and so is its share of each country, mode, gauge and status', () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        const parts = sections(cut);
        expect(toMetres(parts.reduce((total, { drawnKm }) => total + drawnKm, 0))).toBe(cut.route.drawnKm);
        for (const { code, km } of cut.route.byCountry) {
          expect(sum(parts.flatMap((part) => part.byCountry.filter((one) => one.code === code))), code).toBe(km);
        }
        for (const { mode, km } of cut.route.byMode) {
          expect(sum(parts.flatMap((part) => part.byMode.filter((one) => one.mode === mode))), mode).toBe(km);
        }
        for (const { gaugeMm, km } of cut.route.byGauge) {
          expect(sum(parts.flatMap((part) => part.byGauge.filter((one) => one.gaugeMm === gaugeMm)))).toBe(km);
        }
        for (const { status, km } of cut.route.byStatus) {
          expect(sum(parts.flatMap((part) => part.byStatus.filter((one) => one.status === status))), status).toBe(km);
        }
        expect(parts.reduce((n, { borderCrossings }) => n + borderCrossings!, 0)).toBe(cut.route.borderCrossings);
      }),
      { numRuns: 60 },
    );
  });

  it('is that of the lines of its sections, measured anew, within a metre for each cut and stretch', () => {
    fc.assert(
      fc.property(cuts, (cut) => {
        for (const part of sections(cut)) {
          expect(Math.abs(measureLine(part.line) - part.drawnKm)).toBeLessThan(0.001 * (part.resolvedPath.legs.length + 2));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same backwards, with the same crossings, breaks and changes', () => {
    fc.assert(
      fc.property(cuts, ({ route: one, at: [from = 0, to = one.drawnKm] }) => {
        const [there, back] = [row(one.id, from, to), row(one.id, to, from)];
        const figures = ({
          drawnKm,
          straightKm,
          detour,
          borderCrossings,
          gaugeBreaks,
          modeChanges,
          unbuiltKm,
          published,
        }: ComparedRow) => ({
          drawnKm,
          straightKm,
          detour,
          borderCrossings,
          gaugeBreaks,
          modeChanges,
          unbuiltKm,
          published,
        });
        expect(figures(back)).toEqual(figures(there));
        expect(back.line).toEqual(there.line.toReversed());
        expect(back.countries).toEqual(there.countries.toReversed());
        expect(new Map(back.byCountry.map(({ code, km }) => [code, km]))).toEqual(
          new Map(there.byCountry.map(({ code, km }) => [code, km])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is what its shares add up to', () => {
    for (const { rows, problems } of routes.map(({ id }) => compareItems(atlas, [id]))) {
      expect(problems).toEqual([]);
      const { drawnKm, byCountry, byMode, byStatus, byFidelity, byGauge } = rows[0]!;
      for (const shares of [byCountry, byMode, byStatus, byFidelity]) expect(sum(shares)).toBe(drawnKm);
      const rail = byMode.find(({ mode }) => mode === 'rail')?.km ?? 0;
      expect(sum(byGauge)).toBe(rail);
    }
  });

  it('is what the dataset says', () => {
    for (const one of routes) {
      const { drawnKm, byCountry, crossings, breaks, changes, nodes } = compareItems(atlas, [one.id]).rows[0]!;
      expect({ drawnKm, byCountry, crossings, breaks, changes, nodes }).toEqual({
        drawnKm: one.drawnKm,
        byCountry: one.byCountry,
        crossings: one.crossings,
        breaks: one.breaks,
        changes: one.changes,
        nodes: one.nodes,
      });
    }
  });

  it('does not change when the lines are simplifyLine for display', () => {
    const simple = (link: LinkFeature): LinkFeature => ({
      ...link,
      geometry: { ...link.geometry, coordinates: simplifyLine(link.geometry.coordinates) },
    });
    const coarse = { ...indexAtlas({}), ...atlas, links: new Map(links.map((link) => [link.properties.id, simple(link)])) };
    expect(links.some((link) => simple(link).geometry.coordinates.length < link.geometry.coordinates.length)).toBe(true);
    const figures = (one: ComparedRow) => ({ ...one, resolvedPath: null, line: null });
    for (const { id, drawnKm } of routes) {
      const texts = [id, `${id}:${Math.round(drawnKm / 3)}:${Math.round(drawnKm / 2)}`];
      const [fine, rough] = [compareItems(atlas, texts), compareItems(coarse, texts)].map(({ rows }) => rows.map(figures));
      // The straight line between two cut points is measured on the line that is drawn; it may move by the tolerance.
      const strip = (rows: ReturnType<typeof figures>[]) =>
        rows.map((one, i) => (i === 0 ? { ...one, vertices: 0 } : { ...one, vertices: 0, straightKm: 0, detour: 0 }));
      expect(strip(rough!)).toEqual(strip(fine!));
    }
  });
});

describe('turf’s sphere', () => {
  /** Length on the ellipsoid of WGS 84, in kilometres. */
  const ellipsoidKm = (line: readonly Position[]) =>
    line.slice(1).reduce((km, [lon, lat], i) => {
      const [lon0, lat0] = line[i]!;
      return km + Geodesic.WGS84.Inverse(lat0, lon0, lat, lon).s12! / 1000;
    }, 0);

  it(`differs from WGS 84 by less than ${SPHERE_ERROR * 100} per cent on every stretch and route, as the page says`, () => {
    const errors = [
      ...links
        .filter(({ properties }) => properties.drawnKm > 1)
        .map(({ properties, geometry }) => ({ id: properties.id, line: geometry.coordinates })),
      ...routes.map(({ id }) => ({ id, line: compareItems(atlas, [id]).rows[0]!.line })),
    ].map(({ id, line }) => ({ id, error: measureLine(line) / ellipsoidKm(line) - 1 }));
    const worst = errors.reduce((a, b) => (Math.abs(b.error) > Math.abs(a.error) ? b : a));
    expect(SPHERE_ERROR).toBeLessThan(0.005);
    expect(Math.abs(worst.error), JSON.stringify(worst)).toBeLessThan(SPHERE_ERROR);
    // The bound is not a loose one.
    expect(Math.abs(worst.error), JSON.stringify(worst)).toBeGreaterThan(SPHERE_ERROR / 2);
  });
});

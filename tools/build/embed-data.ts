/** Digests of the dataset, one for each embed page: see `src/core/embed/embed-data.ts`. */
import type { Atlas, BoundingBox } from '../../src/core/dataset/dataset.ts';
import { computeBounds, getName } from '../../src/core/dataset/dataset.ts';
import type { EmbedDataset, Names } from '../../src/core/embed/embed-data.ts';
import { slimRoute } from '../../src/core/embed/embed-data.ts';
import { LANGS, type Lang, type LinkFeature, type Manifest } from '../../src/core/dataset/model.ts';
import { findShownRoutes } from '../../src/core/embed/shown-routes.ts';
import type { Places } from '../../src/core/dataset/load-base-map.ts';
import {
  getViewport,
  shortenTopology,
  thinShape,
  thinPlaces,
  thinTopology,
  thinWaters,
  type Topology,
} from './embed-base-map.ts';

export interface Base {
  scale50m: Topology;
  high: Topology;
  waters: Parameters<typeof thinWaters>[0];
  places: Places;
}

/** An extent narrower than this, in degrees, is drawn with the coast of 1:10 million. */
const FINE = 24;

/** The extent that an embed page shows: its feature, or all corridors. */
export function findPageExtent(atlas: Atlas, page: string | null): BoundingBox {
  const ids =
    page === null ? [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor').map(({ id }) => id) : [page];
  const boxes = ids.flatMap((id) => computeBounds(atlas, id) ?? []);
  return [
    Math.min(...boxes.filter((_, i) => i % 4 === 0)),
    Math.min(...boxes.filter((_, i) => i % 4 === 1)),
    Math.max(...boxes.filter((_, i) => i % 4 === 2)),
    Math.max(...boxes.filter((_, i) => i % 4 === 3)),
  ];
}

/** What the live map of an embed page starts with; `null` is the mix of all, with the alternative routes where they are asked for. */
export function buildEmbedData(
  atlas: Atlas,
  manifest: Manifest,
  base: Base,
  page: string | null,
  alternatives = false,
): EmbedDataset {
  const extent = findPageExtent(atlas, page);
  const look = getViewport(extent);
  // Lines over a continent may stray half a pixel more.
  const coarse = page === null ? { ...look, tolerance: look.tolerance * 1.6 } : look;
  const isArea = page !== null && atlas.areas.has(page);
  const own = { page, routes: [], corridors: [], compare: [] };
  const shown = new Set(alternatives ? atlas.routes.keys() : findShownRoutes(atlas, own));
  const [west, south, east, north] = look.box;
  const isNear = ({ geometry }: LinkFeature): boolean =>
    geometry.coordinates.some(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);
  const parallelLines = atlas.parallelLines
    .filter(({ link, routes }) => routes.some((id) => shown.has(id)) && (!isArea || isNear(atlas.links.get(link)!)))
    .map((parallelLine) => ({ ...parallelLine, routes: parallelLine.routes.filter((id) => shown.has(id)) }));
  const linkIds = new Set(parallelLines.map(({ link }) => link));
  const links = [...atlas.links.values()].filter(({ properties }) => linkIds.has(properties.id));
  const ends = new Set(links.flatMap(({ properties }) => [properties.from, properties.to]));
  const least = page === null ? 2 : 4;
  const nodes = [...atlas.nodes.values()].filter(({ properties: { id, rank } }) => ends.has(id) && rank <= least);
  const routes = [...atlas.routes.values()].filter(({ id }) => shown.has(id)).map(slimRoute);
  const countries = Object.entries(atlas.context?.countries ?? {}).filter(
    ([code]) => page === null || routes.some(({ byCountry }) => byCountry.some((row) => row.code === code)),
  );
  return {
    version: 1,
    nodes: {
      type: 'FeatureCollection',
      features: nodes.map(({ type, geometry, properties: { id, name, country, kind, rank } }) => ({
        type,
        geometry,
        properties: { id, name, names: {}, country, kind, rank, sources: ['x'] },
      })),
    },
    links: {
      type: 'FeatureCollection',
      features: links.map(({ type, geometry, properties: p }) => ({
        type,
        geometry: { ...geometry, coordinates: shortenTopology(thinShape(geometry.coordinates, coarse, coarse.tolerance), look) },
        properties: {
          id: p.id,
          from: p.from,
          to: p.to,
          mode: p.mode,
          gaugeMm: p.gaugeMm,
          status: p.status,
          ...(p.opened && { opened: p.opened }),
          ...(p.closed && { closed: p.closed }),
          drawnKm: p.drawnKm,
          published: [],
          fidelity: p.fidelity,
          countries: [],
          vertices: 0,
          sources: ['x'],
        },
      })),
    },
    routes: routes.map((route) => ({ ...route, names: {} })),
    parallelLines,
    corridors: [...atlas.corridors.values()]
      .filter((corridor) => corridor.routes.some((id) => shown.has(id)))
      .map((corridor) => ({ ...corridor, names: {}, alsoKnownAs: [], summary: { en: '' }, figures: [], sources: [] })),
    areas: {
      type: 'FeatureCollection',
      features: [...atlas.areas.values()]
        .filter(({ properties }) => isArea || properties.parent === undefined)
        .map(({ type, geometry, properties: { id, name, kind, parent, country, areaHa, accuracyKm } }) => ({
          type,
          geometry,
          properties: {
            id,
            name,
            names: {},
            kind,
            ...(parent && { parent }),
            country,
            areaHa,
            ...(accuracyKm && { accuracyKm }),
            figures: [],
            sources: ['x'],
          },
        })),
    },
    countries: Object.fromEntries(countries.map(([code, name]) => [code, name.en])),
    credit: formatCredit(manifest),
    baseMap: thinTopology(extent[2] - extent[0] < FINE ? base.high : base.scale50m, coarse),
    waters: thinWaters(base.waters, look),
    places: thinPlaces(base.places, look),
  };
}

export const formatCredit = ({ licences }: Manifest): string =>
  [...new Set(licences.filter(({ onMap }) => onMap).map(({ credit }) => credit))].join(' · ');

/** Names of one language for all embed data. */
export function buildNames(atlas: Atlas, places: Places, lang: Lang): Names {
  const carried = [
    ...[...atlas.nodes.values(), ...atlas.areas.values()].map(({ properties }) => properties),
    ...atlas.routes.values(),
    ...atlas.corridors.values(),
  ];
  const byEnglish = (rows: { name?: string; names: Record<string, string> }[]): Record<string, string> =>
    Object.fromEntries(
      rows.flatMap((row): [string, string][] => {
        const [from, to] = [row.names['en'] ?? row.name, row.names[lang]];
        return from && to && from !== to ? [[from, to]] : [];
      }),
    );
  return {
    features: Object.fromEntries(
      carried.filter((one) => getName(lang, one) !== one.name).map((one) => [one.id, getName(lang, one)]),
    ),
    countries: Object.fromEntries(
      Object.entries(atlas.context?.countries ?? {}).flatMap(([code, text]) => (text[lang] ? [[code, text[lang]]] : [])),
    ),
    seas: byEnglish(places.seas),
    towns: { ...byEnglish(places.towns), ...byEnglish(places.countries) },
  };
}

export const OTHER_LANGS = LANGS.filter((lang) => lang !== 'en');

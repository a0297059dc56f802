/** Embed data, one file for each embed page: see `src/core/embed/embed-data.ts`. */
import * as v from 'valibot';
import { type Atlas, computeBounds, getName } from '../../../src/core/dataset/dataset.ts';
import { findFeatureName } from '../../../src/core/dataset/feature-name.ts';
import { type BoundingBox, uniteBoxes } from '../../../src/core/geo/bounding-box.ts';
import { formatMapCredit } from '../../../src/core/dataset/load/first.ts';
import type { Places } from '../../../src/core/dataset/load/load-base-map.ts';
import type { Lang, LinkFeature, Manifest, RouteProperties } from '../../../src/core/dataset/model.ts';
import { type EmbedFile, embedRoute, type Names } from '../../../src/core/embed/embed-data.ts';
import { findShownRoutes, restrictToRoutes } from '../../../src/core/embed/shown-routes.ts';
import { getViewport, roundLine, simplifyLine, thinPlaces, thinTopology, thinWaters, type Viewport } from './base-map.ts';
import type { BaseFiles } from './base-files.ts';

/** An extent narrower than this, in degrees, is drawn with the coast of 1:10 million. */
const FINE = 24;

/** The extent that an embed page shows: its feature, or all corridors. Throws where that has no place. */
export function findPageExtent(atlas: Atlas, page: string | null): BoundingBox {
  const corridors = [...atlas.corridors.values()].filter(({ kind }) => kind === 'corridor').map(({ id }) => id);
  const extent = uniteBoxes((page === null ? corridors : [page]).map((id) => computeBounds(atlas, id)));
  if (!extent) throw new Error(`${page ?? 'The network'} has no place to show in an embed.`);
  return extent;
}

/** The links of some parallel lines, with as many points as the picture shows. */
function thinLinks(
  atlas: Atlas,
  ids: ReadonlySet<string>,
  viewport: Viewport,
  tolerance: number,
): EmbedFile['links']['features'] {
  return [...atlas.links.values()]
    .filter(({ properties }) => ids.has(properties.id))
    .map(({ type, geometry, properties }) => {
      const { id, from, to, mode, gaugeMm, status, opened, closed, drawnKm, fidelity, disruption } = properties;
      const line = simplifyLine(geometry.coordinates, { ...viewport, tolerance }, tolerance);
      return {
        type,
        geometry: { ...geometry, coordinates: roundLine(line, viewport) },
        properties: {
          id,
          from,
          to,
          mode,
          gaugeMm,
          status,
          ...(opened && { opened }),
          ...(closed && { closed }),
          // The map takes it for a weight; no figure is made of it.
          drawnKm: Math.round(drawnKm),
          fidelity,
          ...(disruption && { disrupted: true }),
        },
      };
    });
}

const roundLong = (km: number | undefined): number | undefined => (km === undefined || km < 1000 ? km : Math.round(km));

/** A route without what only its page shows. */
function slimRoute(route: RouteProperties): EmbedFile['routes'][number] {
  const published = route.published.filter(({ part }) => !part).map(({ km, source }) => ({ km, source }));
  const links = route.links.map(({ id, reversed }) => ({ id, ...(reversed && { reversed }) }));
  // An embed names the countries, prints long lengths in whole kilometres, and nothing else of these figures.
  const byCountry = route.byCountry.map(({ code, km }) => ({ code, km: Math.round(km) }));
  const byMode = route.byMode.map(({ mode, km }) => ({ mode, km: Math.round(km) }));
  const { estimatedKm, estimatedLow, estimatedHigh } = route;
  const estimate = Object.entries({ estimatedKm, estimatedLow, estimatedHigh }).map(([name, km]) => [name, roundLong(km)]);
  const shown = { ...route, ...Object.fromEntries(estimate), published, byCountry, byMode };
  return { ...v.parse(embedRoute, { ...shown, straightKm: Math.round(route.straightKm) }), links };
}

function listAreas(atlas: Atlas, isArea: boolean): EmbedFile['areas']['features'] {
  return [...atlas.areas.values()]
    .filter(({ properties }) => isArea || properties.parent === undefined)
    .map(({ type, geometry, properties: { id, name, kind, parent, node, country, areaHa, accuracyKm } }) => ({
      type,
      geometry,
      properties: {
        id,
        name,
        kind,
        ...(parent && { parent }),
        ...(node && { node }),
        country,
        areaHa,
        ...(accuracyKm && { accuracyKm }),
      },
    }));
}

export interface EmbedDataOptions {
  /** The feature of the embed page; null for the mix of all. */
  page: string | null;
  /** With the alternative routes. */
  alternatives?: boolean;
}

/** What the live map of an embed page starts with. */
export function buildEmbedData(
  atlas: Atlas,
  manifest: Manifest,
  base: BaseFiles,
  { page, alternatives = false }: EmbedDataOptions,
): EmbedFile {
  const extent = findPageExtent(atlas, page);
  const viewport = getViewport(extent);
  // Lines over a continent may be half a pixel coarser.
  const coarse = page === null ? { ...viewport, tolerance: viewport.tolerance * 1.7 } : viewport;
  const isArea = page !== null && atlas.areas.has(page);
  const shown = alternatives
    ? [...atlas.routes.keys()]
    : findShownRoutes(atlas, { page, routes: [], corridors: [], compare: [] });
  const isShown = (id: string): boolean => shown.includes(id);
  const [west, south, east, north] = viewport.box;
  const isNear = (link: LinkFeature | undefined): boolean =>
    link?.geometry.coordinates.some(([lon, lat]) => lon > west && lon < east && lat > south && lat < north) ?? false;
  const parallelLines = restrictToRoutes(atlas, shown).parallelLines.filter(
    ({ link }) => !isArea || isNear(atlas.links.get(link)),
  );
  const links = thinLinks(atlas, new Set(parallelLines.map(({ link }) => link)), viewport, coarse.tolerance);
  const ends = new Set(links.flatMap(({ properties }) => [properties.from, properties.to]));
  const highestRank = page === null ? 2 : 4;
  const routes = [...atlas.routes.values()].filter(({ id }) => isShown(id)).map(slimRoute);
  const countries = Object.entries(atlas.context?.countries ?? {}).filter(
    ([code]) => page === null || routes.some(({ byCountry }) => byCountry.some((row) => row.code === code)),
  );
  return {
    version: 1,
    nodes: {
      type: 'FeatureCollection',
      features: [...atlas.nodes.values()]
        .filter(({ properties: { id, rank } }) => ends.has(id) && rank <= highestRank)
        .map(({ type, geometry, properties: { id, name, country, kind, rank } }) => ({
          type,
          geometry,
          properties: { id, name, country, kind, rank },
        })),
    },
    links: { type: 'FeatureCollection', features: links },
    routes,
    parallelLines: [...parallelLines],
    corridors: [...atlas.corridors.values()]
      .filter((corridor) => corridor.routes.some(isShown))
      .map(({ id, name, kind, main, routes: members, colour }) => ({ id, name, kind, main, routes: members, colour })),
    areas: { type: 'FeatureCollection', features: listAreas(atlas, isArea) },
    countries: Object.fromEntries(countries.map(([code, name]) => [code, name.en])),
    credit: formatMapCredit(manifest.licences),
    baseMap: thinTopology(extent[2] - extent[0] < FINE ? base.scale10m : base.scale50m, coarse),
    waters: thinWaters(base.waters, viewport),
    places: thinPlaces(base.places, viewport),
  };
}

/** English names of all that an embed can select. */
export function buildEnglishNames(atlas: Atlas): Record<string, string> {
  const { corridors, routes, areas, nodes, links } = atlas;
  const ids = [corridors, routes, areas, nodes, links].flatMap((features) => [...features.keys()]);
  return Object.fromEntries(ids.map((id) => [id, findFeatureName(atlas, id, 'en') ?? id]));
}

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

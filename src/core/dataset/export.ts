/** A feature as files that other programs read. */
import type { Feature, FeatureCollection } from 'geojson';
import { collect } from '../geo/feature-collection.ts';
import { type Cell, writeCsv } from './csv.ts';
import { type Atlas, buildRouteLine, findEventPosition, findFeature, findLinksAt, getName, getText } from './dataset.ts';
import type { Corridor, Figure, Lang, LinkProperties, NodeFeature, RouteProperties } from './model.ts';

/** A feature as GeoJSON with all its properties; null where it has no place. A corridor gives its routes. */
export function writeFeatureGeojson(atlas: Atlas, id: string): FeatureCollection | null {
  const found = findFeature(atlas, id);
  const buildRoute = (properties: RouteProperties): Feature => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: buildRouteLine(atlas, properties) },
    properties,
  });
  switch (found?.kind) {
    case 'corridor':
      return collect(found.value.routes.flatMap((member) => atlas.routes.get(member) ?? []).map(buildRoute));
    case 'route':
      return collect([buildRoute(found.value)]);
    case 'area':
    case 'node':
    case 'link':
      return collect<Feature['geometry'], Feature['properties']>([found.value]);
    case 'event': {
      const coordinates = findEventPosition(atlas, found.value);
      return coordinates
        ? collect([{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: found.value }])
        : null;
    }
    case undefined:
    case 'initiative':
    case 'claim':
      return null;
  }
}

/** A route as its places with their kilometres, a corridor as its routes, a place as its neighbours, an area as its figures. */
export function writeFeatureCsv(atlas: Atlas, id: string, lang: Lang): string | null {
  const found = findFeature(atlas, id);
  switch (found?.kind) {
    case 'route':
      return writeNodes(
        lang,
        found.value.nodes.map(({ id: node, km }) => ({
          km,
          estimatedKm: estimateTo(km, found.value),
          node: atlas.nodes.get(node),
        })),
      );
    case 'corridor':
      return writeRoutes(atlas, found.value, lang);
    case 'node':
      return writeNodes(
        lang,
        findLinksAt(atlas, id).map(({ from, to, drawnKm, estimatedKm }) => ({
          km: drawnKm,
          estimatedKm,
          node: atlas.nodes.get(from === id ? to : from),
        })),
      );
    case 'link':
      return writeLink(found.value.properties);
    case 'area':
      return writeFigures(found.value.properties.figures, lang);
    case undefined:
    case 'event':
    case 'initiative':
    case 'claim':
      return null;
  }
}

/** Kilometres of the length to quote as far as a measured kilometre, in the proportions of the measured line. */
const estimateTo = (km: number, { estimatedKm, drawnKm }: RouteProperties): number | undefined =>
  estimatedKm === undefined ? undefined : Math.round((1000 * km * estimatedKm) / drawnKm) / 1000;

interface PlaceRow {
  /** As measured. */
  km: number;
  estimatedKm: number | undefined;
  node: NodeFeature | undefined;
}

function writeNodes(lang: Lang, rows: readonly PlaceRow[]): string {
  return writeCsv(
    ['km', 'id', 'name', 'local_name', 'kind', 'country', 'lon', 'lat', 'locode', 'esr', 'uic', 'estimated_km'],
    rows.flatMap(({ km, estimatedKm, node }): Cell[][] => {
      if (!node) return [];
      const { properties, geometry } = node;
      const { id, names, kind, country, locode, codes } = properties;
      const place = [km, id, getName(lang, properties), names['local'], kind, country, ...geometry.coordinates];
      return [[...place, locode, codes?.esr?.join(' '), codes?.uic, estimatedKm]];
    }),
  );
}

const ESTIMATE_HEADER = ['estimated_km', 'estimated_low_km', 'estimated_high_km'];
const ROUTE_HEADER = [
  ...['id', 'name', ...ESTIMATE_HEADER, 'drawn_km', 'straight_km'],
  ...['border_crossings', 'gauge_breaks', 'mode_changes', 'countries'],
];

const listEstimate = ({ estimatedKm, estimatedLow, estimatedHigh }: RouteProperties | LinkProperties): Cell[] => [
  estimatedKm,
  estimatedLow,
  estimatedHigh,
];

function writeRoutes(atlas: Atlas, corridor: Corridor, lang: Lang): string {
  return writeCsv(
    [...ROUTE_HEADER],
    corridor.routes.flatMap((member): Cell[][] => {
      const route = atlas.routes.get(member);
      if (!route) return [];
      const { drawnKm, straightKm, borderCrossings, gaugeBreaks, modeChanges, byCountry } = route;
      const countries = byCountry.map(({ code }) => code).join(' ');
      const lengths = [...listEstimate(route), drawnKm, straightKm];
      return [[member, getName(lang, route), ...lengths, borderCrossings, gaugeBreaks, modeChanges, countries]];
    }),
  );
}

const writeLink = (link: LinkProperties): string => {
  const { id, from, to, mode, gaugeMm, status, drawnKm, fidelity } = link;
  return writeCsv(
    ['id', 'from', 'to', 'mode', 'gauge_mm', 'status', ...ESTIMATE_HEADER, 'drawn_km', 'fidelity'],
    [[id, from, to, mode, gaugeMm ?? undefined, status, ...listEstimate(link), drawnKm, fidelity]],
  );
};

function writeFigures(figures: readonly Figure[], lang: Lang): string {
  return writeCsv(
    ['kind', 'when', 'value', 'min', 'max', 'unit', 'state', 'note', 'sources'],
    figures.map(({ kind, when, value, min, max, unit, state, text, note, sources }) => {
      const words = [text, note].flatMap((one) => (one ? getText(lang, one) : []));
      return [kind, when, value, min, max, unit, state, words.join(' '), sources.join(' ')];
    }),
  );
}

/** A feature as files that other programs read. */
import type { Feature, FeatureCollection } from 'geojson';
import { type Atlas, findFeature, findLinksAt, getName, buildRouteLine, getText } from './dataset.ts';
import type { Lang, NodeFeature, RouteProperties } from './model.ts';

/** A feature as GeoJSON with all its properties; null where it has no place. A corridor gives its routes. */
export function writeFeatureGeojson(atlas: Atlas, id: string): FeatureCollection | null {
  const found = findFeature(atlas, id);
  if (!found) return null;
  const route = (properties: RouteProperties): Feature => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: buildRouteLine(atlas, properties) },
    properties,
  });
  const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
  switch (found.kind) {
    case 'corridor':
      return collection(found.value.routes.flatMap((member) => atlas.routes.get(member) ?? []).map(route));
    case 'route':
      return collection([route(found.value)]);
    case 'area':
    case 'node':
    case 'link':
      return collection([found.value]);
    case 'event': {
      const { at, place } = found.value;
      const coordinates = at ?? (place ? atlas.nodes.get(place)?.geometry.coordinates : undefined);
      return coordinates
        ? collection([{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: found.value }])
        : null;
    }
    case 'initiative':
    case 'claim':
      return null;
  }
}

type Cell = string | number | undefined;

/** One cell by RFC 4180; text that a spreadsheet would run as a formula is disarmed with an apostrophe. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV with a header, lines ended by CRLF. */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const NODE_HEADER = ['km', 'id', 'name', 'local_name', 'kind', 'country', 'lon', 'lat', 'locode', 'esr', 'uic'];

/** A route as its places with their kilometres, a corridor as its routes, a place as its neighbours, an area as its figures. */
export function writeFeatureCsv(atlas: Atlas, id: string, lang: Lang): string | null {
  const found = findFeature(atlas, id);
  if (!found) return null;
  const nodeRow = (km: number | undefined, { properties, geometry }: NodeFeature): Cell[] => [
    km,
    properties.id,
    getName(lang, properties),
    properties.names['local'],
    properties.kind,
    properties.country,
    ...geometry.coordinates,
    properties.locode,
    properties.codes?.esr?.join(' '),
    properties.codes?.uic,
  ];
  switch (found.kind) {
    case 'route':
      return writeCsv(
        NODE_HEADER,
        found.value.nodes.flatMap(({ id: node, km }) => {
          const feature = atlas.nodes.get(node);
          return feature ? [nodeRow(km, feature)] : [];
        }),
      );
    case 'corridor':
      return writeCsv(
        ['id', 'name', 'drawn_km', 'straight_km', 'border_crossings', 'gauge_breaks', 'mode_changes', 'countries'],
        found.value.routes.flatMap((member) => {
          const route = atlas.routes.get(member);
          if (!route) return [];
          const { drawnKm, straightKm, borderCrossings, gaugeBreaks, modeChanges, byCountry } = route;
          const countries = byCountry.map(({ code }) => code).join(' ');
          return [[member, getName(lang, route), drawnKm, straightKm, borderCrossings, gaugeBreaks, modeChanges, countries]];
        }),
      );
    case 'node':
      return writeCsv(
        NODE_HEADER,
        findLinksAt(atlas, id).flatMap((link) => {
          const other = atlas.nodes.get(link.from === id ? link.to : link.from);
          return other ? [nodeRow(link.drawnKm, other)] : [];
        }),
      );
    case 'link': {
      const { from, to, mode, gaugeMm, status, drawnKm, fidelity } = found.value.properties;
      return writeCsv(
        ['id', 'from', 'to', 'mode', 'gauge_mm', 'status', 'drawn_km', 'fidelity'],
        [[id, from, to, mode, gaugeMm ?? undefined, status, drawnKm, fidelity]],
      );
    }
    case 'area':
      return writeCsv(
        ['kind', 'when', 'value', 'min', 'max', 'unit', 'state', 'note', 'sources'],
        found.value.properties.figures.map(({ kind, when, value, min, max, unit, state, text, note, sources }) => [
          ...[kind, when, value, min, max, unit, state],
          [text, note].flatMap((words) => (words ? getText(lang, words) : [])).join(' '),
          sources.join(' '),
        ]),
      );
    case 'event':
    case 'initiative':
    case 'claim':
      return null;
  }
}

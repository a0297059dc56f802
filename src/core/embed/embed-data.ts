/**
 * Embed data: as much of the dataset and the base map as the first picture of one embed needs, so that a live map starts with tens
 * instead of hundreds of kilobytes. What a reader goes on to look at comes from the dataset.
 */
import * as v from 'valibot';
import type { Parts } from '../dataset/load/load.ts';
import {
  areaProperties,
  areasFile,
  corridor,
  type Lang,
  linkProperties,
  linksFile,
  nodeProperties,
  nodesFile,
  parallelLinesFile,
  routeProperties,
  type Text,
} from '../dataset/model.ts';

/** A file of features with other properties. */
const withProperties = <G extends v.GenericSchema, P extends v.GenericSchema>(
  { entries }: { entries: { features: { item: { entries: { geometry: G } } } } },
  properties: P,
) =>
  v.object({
    type: v.literal('FeatureCollection'),
    features: v.array(v.object({ type: v.literal('Feature'), geometry: entries.features.item.entries.geometry, properties })),
  });

export const embedRoute = v.object({
  ...v.omit(routeProperties, [
    'estimate',
    'names',
    'summary',
    'nodes',
    'crossings',
    'breaks',
    'changes',
    'byGauge',
    'byStatus',
    'byFidelity',
    'figures',
    'sources',
    'links',
  ]).entries,
  /** Most links are travelled as they are drawn, and nothing is written for that. */
  links: v.array(v.object({ id: v.string(), reversed: v.optional(v.boolean(), false) })),
});

/** The properties that an embed draws and says; names are English, those of other languages come in a file of their own. */
const properties = {
  node: v.pick(nodeProperties, ['id', 'name', 'country', 'kind', 'rank']),
  link: v.object({
    ...v.pick(linkProperties, ['id', 'from', 'to', 'mode', 'gaugeMm', 'status', 'opened', 'closed', 'drawnKm', 'fidelity'])
      .entries,
    /** True where a disruption bears on it, of which an embed says no more. */
    disrupted: v.optional(v.boolean()),
  }),
  area: v.pick(areaProperties, ['id', 'name', 'kind', 'parent', 'node', 'country', 'areaHa', 'accuracyKm']),
  corridor: v.pick(corridor, ['id', 'name', 'kind', 'main', 'routes', 'colour']),
};

export const embedDataFile = v.object({
  version: v.literal(1),
  nodes: withProperties(nodesFile, properties.node),
  links: withProperties(linksFile, properties.link),
  routes: v.array(embedRoute),
  parallelLines: parallelLinesFile,
  corridors: v.array(properties.corridor),
  areas: withProperties(areasFile, properties.area),
  /** English names of the countries by code. */
  countries: v.record(v.string(), v.string()),
  /** Whose data the map shows. */
  credit: v.string(),
  /** Land, borders and waters, and the places named on them; the map reads them. */
  baseMap: v.unknown(),
  waters: v.unknown(),
  places: v.unknown(),
});
/** Marks a line as disrupted; what it is stands in the dataset. */
const UNTOLD_DISRUPTION = { id: '', effect: 'restricted' as const, since: '', asOf: '', note: { en: '' }, sources: [] };

/** As it is read. */
export type EmbedDataset = v.InferOutput<typeof embedDataFile>;
/** As the build writes it. */
export type EmbedFile = Omit<EmbedDataset, 'routes'> & { routes: v.InferInput<typeof embedRoute>[] };

/** English names of all that an embed can select, by id. */
export const englishNamesFile = v.record(v.string(), v.string());

/** Names of one language other than English, by the ids and English names that embed data carry. */
export const namesFile = v.object({
  features: v.record(v.string(), v.string()),
  countries: v.record(v.string(), v.string()),
  seas: v.record(v.string(), v.string()),
  towns: v.record(v.string(), v.string()),
});
export type Names = v.InferOutput<typeof namesFile>;

/**
 * The parts of the dataset that embed data carries, with the names of a language. What only pages of the atlas show is empty.
 *
 * @param names of a language other than English, or null
 */
export function readParts(
  { nodes, links, routes, parallelLines, corridors, areas }: EmbedDataset,
  lang: Lang,
  names: Names | null,
): Parts {
  const getNames = (id: string): Record<string, string> => {
    const name = names?.features[id];
    return name === undefined ? {} : { [lang]: name };
  };
  const untold = { figures: [], sources: [] };
  return {
    parallelLines,
    nodes: {
      type: nodes.type,
      features: nodes.features.map(({ type, geometry, properties: node }) => ({
        type,
        geometry,
        properties: { ...node, names: getNames(node.id), sources: [] },
      })),
    },
    links: {
      type: links.type,
      features: links.features.map(({ type, geometry, properties: { disrupted, ...link } }) => ({
        type,
        geometry,
        properties: {
          ...link,
          published: [],
          countries: [],
          vertices: geometry.coordinates.length,
          sources: [],
          ...(disrupted && { disruption: UNTOLD_DISRUPTION }),
        },
      })),
    },
    areas: {
      type: areas.type,
      features: areas.features.map(({ type, geometry, properties: area }) => ({
        type,
        geometry,
        properties: { ...area, ...untold, names: getNames(area.id) },
      })),
    },
    routes: routes.map((route) => ({
      ...route,
      ...untold,
      names: getNames(route.id),
      nodes: [],
      crossings: [],
      breaks: [],
      changes: [],
      byGauge: [],
      byStatus: [],
      byFidelity: [],
    })),
    corridors: corridors.map((one) => ({ ...one, ...untold, names: getNames(one.id), summary: { en: '' } })),
  };
}

/** Names of countries by code, in English and the language of the names. */
export function readCountryNames(embedData: EmbedDataset, lang: Lang, names: Names | null): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(embedData.countries).map(([code, en]) => {
      const other = names?.countries[code];
      return [code, other === undefined ? { en } : { en, [lang]: other }];
    }),
  );
}

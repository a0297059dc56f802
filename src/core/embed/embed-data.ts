/**
 * embed data: as much of the dataset and the base map as the first picture of one embed needs, in the shapes of the dataset itself, so
 * that a live map starts with tens instead of hundreds of kilobytes. What a reader goes on to look at comes from the dataset.
 */
import * as v from 'valibot';
import type { Parts } from '../dataset/load.ts';
import {
  areasFile,
  corridorsFile,
  linksFile,
  type Lang,
  nodesFile,
  type RouteProperties,
  routeIndexFile,
  parallelLinesFile,
  type Text,
} from '../dataset/model.ts';

export const embedDataFile = v.object({
  version: v.literal(1),
  nodes: nodesFile,
  links: linksFile,
  routes: routeIndexFile,
  parallelLines: parallelLinesFile,
  corridors: corridorsFile,
  areas: areasFile,
  /** English names of the countries by code. */
  countries: v.record(v.string(), v.string()),
  /** Whose data the map shows. */
  credit: v.string(),
  /** Land, borders and waters, and the places named on them; the map reads them. */
  baseMap: v.unknown(),
  waters: v.unknown(),
  places: v.unknown(),
});
export type EmbedDataset = v.InferOutput<typeof embedDataFile>;

/** Names of one language other than English, by the ids and English names that embed data carry. */
export const namesFile = v.object({
  features: v.record(v.string(), v.string()),
  countries: v.record(v.string(), v.string()),
  seas: v.record(v.string(), v.string()),
  towns: v.record(v.string(), v.string()),
});
export type Names = v.InferOutput<typeof namesFile>;

const named = <F extends { id: string; name: string; names: Record<string, string> }>(row: F, lang: Lang, names: Names): F => {
  const name = names.features[row.id];
  return name === undefined ? row : { ...row, names: { ...row.names, [lang]: name } };
};

/** The parts of the dataset that embed data carries, with the names of a language. */
export function readParts(embedData: EmbedDataset, lang: Lang, names: Names | null): Parts {
  const { nodes, links, routes, parallelLines, corridors, areas } = embedData;
  if (!names) return { nodes, links, routes, parallelLines, corridors, areas };
  const inside = <F extends { properties: { id: string; name: string; names: Record<string, string> } }>(features: F[]): F[] =>
    features.map((feature) => ({ ...feature, properties: named(feature.properties, lang, names) }));
  return {
    links,
    parallelLines,
    nodes: { ...nodes, features: inside(nodes.features) },
    areas: { ...areas, features: inside(areas.features) },
    routes: routes.map((route) => named(route, lang, names)),
    corridors: corridors.map((corridor) => named(corridor, lang, names)),
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

/** A route without what only its page shows. */
export const slimRoute = (route: RouteProperties): RouteProperties => ({
  ...route,
  summary: undefined,
  published: route.published.map(({ km, source, part }) => ({ km, source, ...(part && { part }) })),
  nodes: [],
  crossings: [],
  breaks: [],
  changes: [],
  figures: [],
  sources: [],
});

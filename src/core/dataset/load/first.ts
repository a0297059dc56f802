/** `first.json`: what the first view shows of the dataset, so that its reader does not wait for the rest. */
import * as v from 'valibot';
import {
  areasFile,
  context,
  corridorsFile,
  linksFile,
  type Manifest,
  nodesFile,
  parallelLinesFile,
  routeIndexFile,
} from '../model.ts';
import { comparisonsFile } from '../schema/context/comparisons.ts';

export const FIRST_FILE = 'first.json';

export const firstFile = v.object({
  /** The zoom up to which its lines and names serve. */
  zoom: v.number(),
  /** Files of the dataset in their own shapes: lines as coarse as is seen from far out, without texts, figures and sources. */
  parts: v.object({
    nodes: nodesFile,
    links: linksFile,
    routes: routeIndexFile,
    parallelLines: parallelLinesFile,
    corridors: corridorsFile,
    areas: areasFile,
    context,
    comparisons: comparisonsFile,
  }),
  /** Credits that the map itself must show. */
  mapCredit: v.string(),
  hasStories: v.boolean(),
  hasSignings: v.boolean(),
});
export type First = v.InferOutput<typeof firstFile>;

/** Credits that the map itself must show. */
export const formatMapCredit = (licences: Manifest['licences']): string =>
  [...new Set(licences.filter(({ onMap }) => onMap).map(({ credit }) => credit))].join(' · ');

/** What has to be given to the sources of the map when its state changes. Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import { buildComparedFeatures } from '../core/compare/compared-lines.ts';
import { buildPlaceLabels, type Places } from '../core/dataset/load/load-base-map.ts';
import { getImportedKey } from '../core/dataset/ids.ts';
import { DIMMED } from '../core/style/drawing.ts';
import {
  buildAreaFeatures,
  buildHighlightedPath,
  buildImportedFeatures,
  buildLineFeatures,
  buildMarks,
  buildOutline,
  mergeCollections,
} from '../core/style/features.ts';
import { findChosenNodes } from '../core/style/chosen-nodes.ts';
import { buildLineNames } from '../core/style/line-names.ts';
import { buildNodeFeatures } from '../core/style/node-features.ts';
import { findSubjects } from '../core/style/subjects.ts';
import { collect, EMPTY } from '../core/geo/feature-collection.ts';
import type { MapState } from './options.ts';
import type { SourceName } from './sources.ts';

export type SourceChange = readonly [name: SourceName, data: FeatureCollection];

/** The places of the base map as far as they are known, and whether its towns are to be named. */
export interface NamedPlaces {
  places: Places | null;
  hasTowns: boolean;
}

/** What is named: nodes, countries and seas, lines, and towns that the network does not name. */
export function buildLabels(state: MapState, { places, hasTowns }: NamedPlaces): SourceChange[] {
  const { atlas, filters, lang, lineNames, theme } = state;
  const nodes = buildNodeFeatures(atlas, state, state).features;
  const around = { ...findSubjects(atlas, state), nodes: nodes.map(({ geometry }) => geometry.coordinates) };
  const named = places && (hasTowns ? places : { ...places, towns: [] });
  const { countries: country, seas: sea, towns: town } = buildPlaceLabels(named, lang, around);
  const lines = buildLineNames(atlas, lineNames, { theme, filters, choice: state }).features;
  const labels: Feature[] = [...mergeCollections({ country, sea }).features, ...nodes, ...lines];
  return [['labels', collect(labels)], ...(hasTowns ? ([['towns', mergeCollections({ town })]] as const) : [])];
}

function buildFeatureOutline({ atlas, imported, theme }: MapState, id: string | null): FeatureCollection {
  const mine = buildImportedFeatures(imported, theme).features.filter(({ properties }) => properties.id === id);
  if (mine.length === 0) return buildOutline(atlas, id, theme);
  // A reader's route says nothing of mode or status: drawn plain.
  const plain = mine.map((line) => ({ ...line, properties: { ...line.properties, pattern: 'rail' as const } }));
  return { type: 'FeatureCollection', features: plain };
}

function buildSelected(state: MapState): FeatureCollection {
  const { atlas, compared, highlightedPath, selected, marked = [], theme } = state;
  const marks = marked.length > 0 ? buildMarks(atlas, marked, theme).features : [];
  if (highlightedPath) return collect([...buildHighlightedPath(atlas, highlightedPath, theme).features, ...marks]);
  // What is compared, or a section of it, has a style of its own, which the outline of the whole would hide.
  const isCompared = compared.some(({ text }) => text.split(':')[0] === selected);
  const chosen = isCompared ? EMPTY : buildFeatureOutline(state, selected);
  return marks.length > 0 ? collect([...chosen.features, ...marks]) : chosen;
}

function buildHovered(state: MapState): FeatureCollection {
  const line = state.compared.filter(({ text }) => text === state.hovered);
  return line.length > 0 ? buildComparedFeatures(line, state.theme) : buildFeatureOutline(state, state.hovered);
}

/** Views are read from addresses: filters that say the same are not always the same object. */
const isSame = (key: keyof MapState, a: MapState, b: MapState): boolean =>
  a[key] === b[key] || (key === 'filters' && JSON.stringify(a.filters) === JSON.stringify(b.filters));

const CHOICE = ['selected', 'marked', 'compared', 'highlightedPath'] as const;

/**
 * The sources whose data differ between two states, with their new data; all where there was no state before.
 *
 * @param named what of the base map is named; undefined where all names are left to later
 */
export function computeSourceChanges(state: MapState, before: MapState | null, named: NamedPlaces | undefined): SourceChange[] {
  const { atlas, lang, theme, imported, compared } = state;
  const hasChanged = (...keys: (keyof MapState)[]): boolean => !before || keys.some((key) => !isSame(key, state, before));
  const changes: SourceChange[] = [];
  if (hasChanged('atlas', 'filters', 'theme')) changes.push(['parallelLines', buildLineFeatures(atlas, state)]);
  if (hasChanged('atlas', 'lang')) changes.push(['areas', buildAreaFeatures(atlas, lang)]);
  if (named && hasChanged('atlas', 'filters', 'lang', 'theme', 'lineNames', ...CHOICE))
    changes.push(...buildLabels(state, named));
  if (hasChanged('imported', 'theme')) changes.push(['imported', buildImportedFeatures(imported, theme)]);
  if (hasChanged('compared', 'theme')) changes.push(['compared', buildComparedFeatures(compared, theme)]);
  if (hasChanged('atlas', 'selected', 'marked', 'compared', 'highlightedPath', 'theme', 'imported')) {
    changes.push(['selected', buildSelected(state)]);
  }
  if (hasChanged('atlas', 'hovered', 'compared', 'theme', 'imported')) changes.push(['hovered', buildHovered(state)]);
  return changes;
}

/** Opacity of the lines of the network: they step back while one of them is selected, further while some are compared. */
export function computeLineOpacity(state: MapState): number {
  const { atlas, selected, compared, imported } = state;
  if (compared.length > 0) return DIMMED.compared;
  const isImported = selected !== null && imported.some(({ id }) => getImportedKey(id) === selected);
  return isImported || findChosenNodes(atlas, state) ? DIMMED.selected : 1;
}

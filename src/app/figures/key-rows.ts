/** What the key of the map explains, a row each: of what is drawn. */
import { type Atlas, getName, getText } from '../../core/dataset/dataset.ts';
import { type Filters, filterLines } from '../../core/dataset/filter.ts';
import type { EventKind } from '../../core/dataset/model.ts';
import { type Choice, listChosenLines } from '../../core/style/chosen-nodes.ts';
import { DIMMED, getTier } from '../../core/style/drawing.ts';
import { getPattern } from '../../core/style/patterns/pattern.ts';
import type { Translator } from '../../i18n/translate.ts';

const PATTERNS = [
  { pattern: 'sea', label: 'mode.sea' },
  { pattern: 'road', label: 'mode.road' },
  { pattern: 'under-construction', label: 'status.under-construction' },
  { pattern: 'planned', label: 'status.planned' },
] as const;
const SYMBOLS = [
  { symbol: 'station', label: 'node.station' },
  { symbol: 'port', label: 'node.port' },
] as const;

/** What a row says. */
export interface KeyWords {
  full: string;
  /** Where there is no room for the full words of all rows. */
  short: string;
}

type Sign =
  /** `opacity`: as its lines step back on the map. */
  | { kind: 'group'; colour: string; thin: boolean; opacity: number }
  | { kind: 'pattern'; pattern: (typeof PATTERNS)[number]['pattern'] }
  | { kind: 'place'; symbol: (typeof SYMBOLS)[number]['symbol'] }
  | { kind: 'event'; event: EventKind };

export interface KeyRow extends KeyWords {
  id: string;
  sign: Sign;
}

export interface Drawn {
  filters: Filters;
  choice: Choice;
  /** The event that the map points out. */
  event: string | null;
}

/** How strongly the map draws the lines of a group. */
function computeOpacity(atlas: Atlas, group: string, choice: Choice): number {
  const { selected, compared = [], highlightedPath } = choice;
  if (compared.length > 0) return DIMMED.compared;
  if (listChosenLines(atlas, choice).length === 0) return 1;
  const isChosen = selected === group || atlas.corridors.get(group)?.routes.includes(selected ?? '');
  return isChosen && !highlightedPath ? 1 : DIMMED.selected;
}

/** What a group of lines is called. */
function getWords(atlas: Atlas, id: string, { lang }: Translator): KeyWords {
  const group = atlas.corridors.get(id) ?? atlas.routes.get(id);
  const full = group ? getName(lang, group) : id;
  return { full, short: group?.shortName ? getText(lang, group.shortName) : full };
}

/** The rows in the order of the dataset, corridors first, then what patterns and signs mean. */
export function listKeyRows(atlas: Atlas, tr: Translator, { filters, choice, event }: Drawn): KeyRow[] {
  const lines = filterLines(atlas, filters);
  const colours = new Map(lines.map(({ line }) => [line.group, line.colour]));
  const patterns = new Set(lines.map(({ link: { properties } }) => getPattern(properties.mode, properties.status)));
  const groups = [...atlas.corridors.keys(), ...atlas.routes.keys()].flatMap((id): KeyRow[] => {
    const colour = colours.get(id);
    if (colour === undefined) return [];
    const thin = getTier(atlas, id) === 'alternatives';
    const sign = { kind: 'group', colour, thin, opacity: computeOpacity(atlas, id, choice) } as const;
    return [{ id, sign, ...getWords(atlas, id, tr) }];
  });
  const build = (id: string, label: Parameters<Translator['t']>[0], sign: Sign): KeyRow => {
    const words = tr.t(label);
    return { id, sign, full: words, short: words };
  };
  const kind = atlas.events.get(event ?? '')?.kind;
  return [
    ...groups,
    ...PATTERNS.filter(({ pattern }) => patterns.has(pattern)).map(({ pattern, label }) =>
      build(pattern, label, { kind: 'pattern', pattern }),
    ),
    ...SYMBOLS.map(({ symbol, label }) => build(symbol, label, { kind: 'place', symbol })),
    ...(kind ? [build(kind, `event.${kind}`, { kind: 'event', event: kind })] : []),
  ];
}

/**
 * The view as an address and back. Every value is checked against a list or a range; a bad one is dropped alone, nothing throws.
 * What is as by default is left out of the address.
 */
import { LANGS, MODES, STATUSES, THEME_CHOICES } from '../dataset/enums.ts';
import { parseYear, readId, readIds, readOneOf, readQuery, readSomeOf, writeQuery } from '../dataset/read-values.ts';
import { readCamera, writeCamera } from '../geo/camera-hash.ts';
import { splitCompared } from './compare-items.ts';
import { listFinderRows, readFinder } from './finder-view.ts';
import { PANELS, type Tool, TOOLS, type ViewState } from './view.ts';

/** True where an address that names no panel opens the finder. */
const asksForPath = ({ from, to }: ViewState['find']): boolean => from !== null || to !== null;

/** The side of the panel that an address opens which does not say: addresses of comparisons are older than the finder's. */
const getUsualTool = (compare: readonly string[]): Tool => (compare.length > 0 ? 'compare' : 'find');

/** What is drawn beside the lines, where it is asked for. */
const SHOWN = ['events', 'signings'] as const;

/** The parts of the view that an address sets. */
export function readView(search: string, hash: string): Partial<ViewState> {
  const read = readQuery(search);
  const lang = readOneOf(LANGS, read('lang'));
  const theme = readOneOf(THEME_CHOICES, read('theme'));
  const find = readFinder(read);
  const panel = readOneOf(PANELS, read('panel')) ?? (asksForPath(find) ? 'compare' : undefined);
  const compare = splitCompared(read('compare'));
  const camera = readCamera(hash);
  const shown = readSomeOf(SHOWN, read('show'));
  return {
    select: readId(read('select')),
    ...(panel && { panel }),
    ...(lang && { lang }),
    ...(theme && { theme }),
    ...(camera && { camera }),
    compare,
    tool: readOneOf(TOOLS, read('tool')) ?? getUsualTool(compare),
    find,
    filters: {
      hiddenGroups: read('hide') === null ? null : readIds(read('hide')),
      hiddenModes: readSomeOf(MODES, read('hide-mode')),
      hiddenStatuses: readSomeOf(STATUSES, read('hide-status')),
      year: parseYear(read('year')),
      ...(shown.includes('events') && { events: true }),
      ...(shown.includes('signings') && { signings: true }),
    },
  };
}

/** The address of a view, relative to the page. */
export function writeView(
  view: ViewState,
  defaults: Pick<ViewState, 'lang' | 'theme' | 'panel'>,
): { search: string; hash: string } {
  const { select, panel, lang, theme, compare, tool, find, filters, camera } = view;
  const search = writeQuery([
    ['select', select],
    ['panel', panel === defaults.panel && !asksForPath(find) ? null : panel],
    ['tool', tool === getUsualTool(compare) ? null : tool],
    ...listFinderRows(find),
    ['compare', compare.length > 0 ? compare.join(',') : null],
    ['hide', filters.hiddenGroups?.join(',') ?? null],
    ['hide-mode', filters.hiddenModes.join(',') || null],
    ['hide-status', filters.hiddenStatuses.join(',') || null],
    ['year', filters.year],
    ['show', SHOWN.filter((name) => filters[name]).join(',') || null],
    ['lang', lang === defaults.lang ? null : lang],
    ['theme', theme === defaults.theme ? null : theme],
  ]);
  return { search, hash: camera ? writeCamera(camera) : '' };
}

/**
 * The view as an address and back. Every value is checked against a list or a range; a bad one is dropped alone, nothing throws.
 * What is as by default is left out of the address.
 */
import { LANGS, MODES, STATUSES, THEME_CHOICES } from '../dataset/enums.ts';
import { parseYear, readId, readIds, readOneOf, readQuery, readSomeOf, writeQuery } from '../dataset/read-values.ts';
import { readCamera, writeCamera } from '../geo/camera-hash.ts';
import { splitCompared } from './compare-items.ts';
import { PANELS, type ViewState } from './view.ts';

/** The parts of the view that an address sets. */
export function readView(search: string, hash: string): Partial<ViewState> {
  const read = readQuery(search);
  const lang = readOneOf(LANGS, read('lang'));
  const theme = readOneOf(THEME_CHOICES, read('theme'));
  const panel = readOneOf(PANELS, read('panel'));
  const camera = readCamera(hash);
  return {
    select: readId(read('select')),
    ...(panel && { panel }),
    ...(lang && { lang }),
    ...(theme && { theme }),
    ...(camera && { camera }),
    compare: splitCompared(read('compare')),
    filters: {
      hiddenGroups: read('hide') === null ? null : readIds(read('hide')),
      hiddenModes: readSomeOf(MODES, read('hide-mode')),
      hiddenStatuses: readSomeOf(STATUSES, read('hide-status')),
      year: parseYear(read('year')),
      ...(read('show') === 'events' && { events: true }),
    },
  };
}

/** The address of a view, relative to the page. */
export function writeView(
  view: ViewState,
  defaults: Pick<ViewState, 'lang' | 'theme' | 'panel'>,
): { search: string; hash: string } {
  const { select, panel, lang, theme, compare, filters, camera } = view;
  const search = writeQuery([
    ['select', select],
    ['panel', panel === defaults.panel ? null : panel],
    ['compare', compare.length > 0 ? compare.join(',') : null],
    ['hide', filters.hiddenGroups?.join(',') ?? null],
    ['hide-mode', filters.hiddenModes.join(',') || null],
    ['hide-status', filters.hiddenStatuses.join(',') || null],
    ['year', filters.year],
    ['show', filters.events ? 'events' : null],
    ['lang', lang === defaults.lang ? null : lang],
    ['theme', theme === defaults.theme ? null : theme],
  ]);
  return { search, hash: camera ? writeCamera(camera) : '' };
}

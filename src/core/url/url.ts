/**
 * The view as an address and back. Every value is checked against a list or a range; a bad one is dropped alone, nothing throws.
 * What is as by default is left out of the address.
 */
import { splitCompared } from './compare-items.ts';
import { LANGS, MODES, STATUSES } from '../dataset/enums.ts';
import { type Camera, PANELS, THEME_CHOICES, type ViewState } from './view.ts';

export const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,120}$/;
export const YEARS = { first: 1800, last: 2100 };
const MAX_ZOOM = 20;

export const readOneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((one) => one === value);
const someOf = <T extends string>(list: readonly T[], value: string | null): T[] =>
  list.filter((one) => value?.split(',').includes(one));
export const readIds = (value: string | null): string[] => [...new Set((value ?? '').split(',').filter((id) => ID.test(id)))];

/** The parts of the view that an address sets. */
export function readView(search: string, hash: string): Partial<ViewState> {
  const query = new URLSearchParams(search);
  const select = query.get('select');
  const lang = readOneOf(LANGS, query.get('lang'));
  const theme = readOneOf(THEME_CHOICES, query.get('theme'));
  const panel = readOneOf(PANELS, query.get('panel'));
  const camera = readCamera(hash);
  const year = /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : null;
  return {
    select: select !== null && ID.test(select) ? select : null,
    ...(panel && { panel }),
    ...(lang && { lang }),
    ...(theme && { theme }),
    ...(camera && { camera }),
    compare: splitCompared(query.get('compare')),
    filters: {
      hiddenGroups: query.has('hide') ? readIds(query.get('hide')) : null,
      hiddenModes: someOf(MODES, query.get('hide-mode')),
      hiddenStatuses: someOf(STATUSES, query.get('hide-status')),
      year: year !== null && year >= YEARS.first && year <= YEARS.last ? year : null,
    },
  };
}

/** The camera of an address's hash; undefined where it says none that can be. */
export function readCamera(hash: string): Camera | undefined {
  const match = /^#(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(hash);
  if (!match) return undefined;
  const [zoom, lat, lon] = match.slice(1).map(Number) as [number, number, number];
  return zoom <= MAX_ZOOM && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : undefined;
}

/** The address of a view, relative to the page. */
export function writeView(
  view: ViewState,
  defaults: Pick<ViewState, 'lang' | 'theme' | 'panel'>,
): { search: string; hash: string } {
  const { select, panel, lang, theme, compare, filters, camera } = view;
  const rows: [string, string | null][] = [
    ['select', select],
    ['panel', panel === defaults.panel ? null : panel],
    ['compare', compare.length > 0 ? compare.join(',') : null],
    ['hide', filters.hiddenGroups?.join(',') ?? null],
    ['hide-mode', filters.hiddenModes.join(',') || null],
    ['hide-status', filters.hiddenStatuses.join(',') || null],
    ['year', filters.year === null ? null : String(filters.year)],
    ['lang', lang === defaults.lang ? null : lang],
    ['theme', theme === defaults.theme ? null : theme],
  ];
  const query = rows
    .filter((row): row is [string, string] => row[1] !== null)
    .map(
      ([name, value]) =>
        `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll("'", '%27')}`,
    );
  return { search: query.length > 0 ? `?${query.join('&')}` : '', hash: camera ? writeCamera(camera) : '' };
}

/** As many decimals as a pixel is wide. */
export function writeCamera({ zoom, lat, lon }: Camera): string {
  const digits = Math.min(4, Math.max(1, Math.ceil((zoom + 1) / 3.32)));
  const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
  const short = (value: number, places: number) => String(Number(value.toFixed(places)));
  return `#${short(Math.max(0, zoom), 2)}/${short(lat, digits)}/${short(wrapped, digits)}`;
}

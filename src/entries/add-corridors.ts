/** The module for people with a MapLibre map of their own: `dist/add-corridors.js`, typed by `static/add-corridors.d.ts`. */
import { addCorridors as add, type AddOptions, type Corridors } from '../overlay/add-corridors.ts';

/** Not written into `new URL(…)` below, where the bundler would look for a file. */
const here = import.meta.url;

type HostMap = Parameters<typeof add>[0];

/** Puts the corridors on a map. The dataset is taken from beside this module where no `base` is given. */
export function addCorridors(map: HostMap, options: Partial<AddOptions> = {}): Corridors {
  return add(map, {
    ...options,
    base: new URL(options.base ?? 'data/', options.base === undefined ? here : document.baseURI).href,
  });
}

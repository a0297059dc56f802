/** Leaves out of MapLibre's style sheet what an embed never shows: half of it are pictures of buttons. */
import type { Plugin } from 'vite';

/** Parts of the interface that no map of ours has. */
const UNUSED =
  /\.maplibregl-(?:ctrl-(?:geolocate|terrain|globe|logo|attrib)|popup|marker|user-location|compact|crosshair|boxzoom)/;

/** True where each selector of a rule is about such a part. */
const isUnused = (selectors: string): boolean => selectors.split(',').every((selector) => UNUSED.test(selector));

/** The rules of a style sheet that has no comments, without those that are about unused parts. */
export function trimRules(css: string): string {
  let kept = '';
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const selectors = css.slice(at, open);
    const close = findClose(css, open);
    const body = css.slice(open + 1, close);
    if (selectors.startsWith('@media')) {
      const inside = trimRules(body);
      if (inside) kept += `${selectors}{${inside}}`;
    } else if (selectors.startsWith('@keyframes') ? !/maplibregl-user-location/.test(selectors) : !isUnused(selectors)) {
      kept += `${selectors}{${body}}`;
    }
    at = close + 1;
  }
  return kept;
}

/** Where a block ends; braces in quotes are none. */
function findClose(css: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let i = open; i < css.length; i += 1) {
    const sign = css.charAt(i);
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return css.length;
}

export const trimMapLibre = (): Plugin => ({
  name: 'trim-maplibre',
  enforce: 'pre',
  transform: {
    filter: { id: /maplibre-gl\/dist\/maplibre-gl\.css$/ },
    handler: (css) => trimRules(css.replace(/\/\*[\s\S]*?\*\//g, '')),
  },
});

/**
 * MapLibre draws each sign of a label on a canvas that takes its direction from the page: where that runs from right to left,
 * brackets come out turned round. What MapLibre gives to be drawn is in the order of the eye.
 */
import type { Plugin } from 'vite';

/** Where MapLibre sets up the canvas that it draws a sign on. */
const SET_UP = /(\w+)\.textAlign=(["'`])left\2/;

/** The code of MapLibre with the direction of that canvas held. Throws where the place is not found. */
export function holdDirection(code: string): string {
  if (!SET_UP.test(code))
    throw new Error('maplibre-gl: there is no canvas for signs to be found. See tools/build/fix-maplibre.ts.');
  return code.replace(SET_UP, (found, context: string, quote: string) => `${found},${context}.direction=${quote}ltr${quote}`);
}

export const fixMapLibre = (): Plugin => ({
  name: 'fix-maplibre',
  apply: 'build',
  transform: { filter: { id: /maplibre-gl\/dist\/maplibre-gl\.mjs$/ }, handler: holdDirection },
});

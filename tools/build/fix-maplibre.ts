/** What MapLibre has no option for is changed in its code; each change throws where its place is not found. */
import type { Plugin } from 'vite';

interface Change {
  /** What is looked for, as the error says it. */
  what: string;
  at: RegExp;
  to: (found: string, ...groups: string[]) => string;
}

/** Programs of the graphics, 6 kB packed, for kinds of layers and aids to debugging that no map of ours has. */
const UNUSED_PROGRAMS = [
  ...['heatmap', 'heatmapTexture', 'hillshade', 'hillshadePrepare', 'colorRelief', 'fillExtrusion', 'fillExtrusionPattern'],
  ...['terrain', 'terrainDepth', 'terrainHeight', 'sky', 'atmosphere', 'lineGradient', 'lineGradientSDF'],
  ...['collisionBox', 'collisionCircle', 'debug'],
];

const CHANGES: readonly Change[] = [
  {
    // The canvas takes its direction from the page: where that runs from right to left, brackets come out turned round. What
    // MapLibre gives to be drawn is in the order of the eye.
    what: 'a canvas for the signs of labels',
    at: /(\w+)\.textAlign=(["'`])left\2/,
    to: (found, context, quote) => `${found},${context}.direction=${quote}ltr${quote}`,
  },
  {
    // The page's digits, isolated, as the bar stands on the left of its words in every language.
    what: 'the words of the scale bar',
    at: /`\$\{(\w+)\}\\u00a0\$\{(\w+)\}`/,
    to: (_, number, unit) =>
      `\`\\u2068\${${number}.toLocaleString(document.documentElement.lang,{useGrouping:!1})}\\u00a0\${${unit}}\\u2069\``,
  },
  {
    // The scale bar is metric.
    what: 'miles on the scale bar',
    at: /if\((\w+)\?\.unit===`imperial`\)\{.*?\}else \1\?\.unit===`nautical`\?.*?:(?=\w+>=1e3\?)/,
    to: () => '',
  },
  {
    // MapLibre paints all of the canvas with a sky, also where a style has none. Round our globe the page is seen, which has the
    // colour of space; without a graphics card that saves an eighth of each frame.
    what: 'the sky',
    at: /\w+\.sky&&this\.drawFunctions\.sky\(this\.skyMesh,\w+\),/,
    to: () => '',
  },
  {
    // It makes a program of the graphics before it sees that a style has no atmosphere.
    what: 'the atmosphere',
    at: /\w+\.isRenderingGlobe&&this\.drawFunctions\.atmosphere\(this\.skyMesh,\w+\),/,
    to: () => '',
  },
  ...UNUSED_PROGRAMS.map((name) => ({
    what: `program ${name}`,
    at: new RegExp(`\\b${name}:(\\w+)\\((?:\`[^\`]*\`|\\w+),(?:\`[^\`]*\`|\\w+)\\)`),
    to: (_: string, prepare: string) => `${name}:${prepare}(\`\`,\`\`)`,
  })),
  {
    // On a globe, MapLibre bends tiles at cells of 2.8 degrees. At 5.6, four times fewer triangles are cut by the worker and drawn in
    // each frame, and nothing in view is off by more than 0.8 of a pixel up to the zoom at which the globe has unrolled.
    what: 'the cells in which a globe is bent',
    at: /\{fill:new (\w+)\(128,2\),line:new \1\(512,0\),tile:new \1\(128,32\),stencil:new \1\(128,1\)/,
    to: (_, cells) => `{fill:new ${cells}(64,2),line:new ${cells}(256,0),tile:new ${cells}(64,16),stencil:new ${cells}(64,1)`,
  },
  {
    // Controls that no map of ours has, and units that it does not measure in.
    what: 'words of other controls',
    at: /"(?:GeolocateControl|LogoControl|GlobeControl|TerrainControl|Marker|Popup|ScaleControl\.(?:Feet|Miles|NauticalMiles)|AttributionControl\.MapFeedback)[.\w]*":`[^`]*`,/g,
    to: () => '',
  },
];

/** The code of MapLibre with all changes. */
export function changeMapLibre(code: string): string {
  return CHANGES.reduce((changed, { what, at, to }) => {
    const next = changed.replace(at, to);
    if (next === changed) throw new Error(`maplibre-gl: there is no ${what} to be found. See tools/build/fix-maplibre.ts.`);
    return next;
  }, code);
}

export const fixMapLibre = (): Plugin => ({
  name: 'fix-maplibre',
  apply: 'build',
  transform: { filter: { id: /maplibre-gl\/dist\/maplibre-gl\.mjs$/ }, handler: changeMapLibre },
});

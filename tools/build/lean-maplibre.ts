/**
 * Builds MapLibre from its sources in place of its two finished files, which hold half of their code twice: so page and worker share
 * a file, and what no map of ours has is left out. What it has no option for is changed. Each change throws where its place is not found.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

interface Change {
  /** What is looked for, as the error says it. */
  what: string;
  /** End of the file's path. */
  file: string;
  at: RegExp;
  to: string | ((found: string) => string);
}

const SOURCES = 'node_modules/maplibre-gl/src/';
const WORKER = 'source/worker.ts';
/** Name of the worker's file. */
const WORKER_NAME = 'maplibre-worker';
/** The worker as one file, whose address create-map.ts asks for. */
const WORKER_ALONE = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** Where MapLibre's own index has what maps of ours use of it; all of the index would be in the page. */
const EXPORTS = {
  'ui/map.ts': 'Map',
  'ui/control/attribution_control.ts': 'AttributionControl',
  'ui/control/fullscreen_control.ts': 'FullscreenControl',
  'ui/control/navigation_control.ts': 'NavigationControl',
  'ui/control/scale_control.ts': 'ScaleControl',
  'source/protocol_crud.ts': 'addProtocol',
} as const;

/** Files for kinds of layers and of tiles, and aids to debugging, that no map of ours has: what they export does nothing. */
const UNUSED_FILES = [
  'source/vector_tile_mlt.ts',
  ...['color_relief', 'debug', 'collision_debug', 'fill_extrusion', 'heatmap', 'hillshade', 'sky', 'terrain'].map(
    (name) => `webgl/draw/draw_${name}.ts`,
  ),
];

/** Programs of the graphics for the same. */
const UNUSED_PROGRAMS = [
  ...['heatmap', 'heatmapTexture', 'hillshade', 'hillshadePrepare', 'colorRelief', 'fillExtrusion', 'fillExtrusionPattern'],
  ...['terrain', 'terrainDepth', 'terrainHeight', 'sky', 'atmosphere', 'lineGradient', 'lineGradientSDF'],
  ...['collisionBox', 'collisionCircle', 'debug'],
];

const PAINTER = 'render/painter.ts';
const SCALE = 'ui/control/scale_control.ts';
const GLOBE = 'geo/projection/vertical_perspective_projection.ts';
/**
 * On a globe, MapLibre bends tiles at cells of 2.8 degrees. At 5.6, four times fewer triangles are cut by the worker and drawn in
 * each frame, and nothing in view is off by more than 0.8 of a pixel up to the zoom at which the globe has unrolled.
 */
const CELLS = {
  fill: ['128, 2', '64, 2'],
  line: ['512, 0', '256, 0'],
  tile: ['128, 32', '64, 16'],
  stencil: ['128, 1', '64, 1'],
};

const CHANGES: readonly Change[] = [
  {
    // The canvas takes its direction from the page: where that runs from right to left, brackets come out turned round. What
    // MapLibre gives to be drawn is in the order of the eye.
    what: 'a canvas for the signs of labels',
    file: '@mapbox/tiny-sdf/index.js',
    at: /ctx\.textAlign = 'left';/,
    to: "$& ctx.direction = 'ltr';",
  },
  {
    // The page's digits, isolated, as the bar stands on the left of its words in every language; the unit has its space with it.
    what: 'the words of the scale bar',
    file: SCALE,
    at: /`\$\{distance\}\\u00a0\$\{unit\}`/,
    to: '`\\u2068${distance.toLocaleString(document.documentElement.lang, {useGrouping: false})}${unit}\\u2069`',
  },
  {
    what: 'miles on the scale bar, which is metric',
    file: SCALE,
    at: /if \(options\?\.unit === 'imperial'\) \{[\s\S]*?\} else (?=if \(maxMeters >= 1000\))/,
    to: '',
  },
  {
    // MapLibre paints all of the canvas with a sky, also where a style has none. Round our globe the page is seen, which has the
    // colour of space; without a graphics card that saves an eighth of each frame.
    what: 'the sky',
    file: PAINTER,
    at: /if \(data\.sky\) this\.drawFunctions\.sky\(this\.skyMesh, frameRenderContext\);/,
    to: '',
  },
  {
    // It makes a program of the graphics before it sees that a style has no atmosphere.
    what: 'the atmosphere',
    file: PAINTER,
    at: /this\.drawFunctions\.atmosphere\(this\.skyMesh, frameRenderContext\);/,
    to: '',
  },
  {
    // Tests have checked our style for all browsers, and what is added to it later is written by us as well.
    what: 'the checks of a style',
    file: 'style/validate_style.ts',
    at: /, validateStyleMin(?=\} from)|\(validateStyleMin as unknown as ValidateStyle\)/g,
    to: (found) => (found.startsWith(',') ? '' : 'new Proxy(() => [], {get: () => () => []}) as unknown as ValidateStyle'),
  },
  {
    // Symbols are found by where they have been placed: MapLibre reads the features of all tiles for nothing.
    what: 'the sources that are asked what is drawn at a place',
    file: 'style/style.ts',
    at: /includedSources\[layer\.source\] = true;/,
    to: "if (layer.type !== 'symbol') $&",
  },
  {
    // Letters at 48 pixels are for Chinese. Others are as sharp at 24, and take a quarter of the time and the room.
    what: 'the size at which letters are drawn',
    file: 'render/glyph_manager.ts',
    at: /const textureScale = 2;/,
    to: 'let textureScale = 2;',
  },
  {
    what: 'the language of the letters that are drawn',
    file: 'render/glyph_manager.ts',
    at: /this\.requestManager = requestManager;/,
    to: "$& textureScale = document.documentElement.lang === 'zh' ? 2 : 1;",
  },
  {
    what: 'the size of letters in what is said of them',
    file: 'render/glyph_manager.ts',
    at: /isDoubleResolution: true/,
    to: 'isDoubleResolution: textureScale === 2',
  },
  // MapLibre waits for each program when it is made: here the graphics go on with it until something is drawn with it.
  {
    what: 'the end of the making of a program',
    file: 'webgl/program.ts',
    at: /(gl\.linkProgram\(this\.program\);)([\s\S]*?configuration\.getUniforms\(context, uniformLocations\) : \[\];)/,
    to: '$1 this.finish = () => { this.finish = undefined;$2 };',
  },
  {
    what: 'the place where programs are asked for',
    file: 'webgl/program_cache.ts',
    at: /return this\.programs\[key\];/,
    to: 'if (!variant.isAhead) this.programs[key].finish?.(); $&',
  },
  ...UNUSED_PROGRAMS.map((name) => ({
    what: `program ${name}`,
    file: 'shaders/shaders.ts',
    at: new RegExp(`\\b${name}: prepare\\(\\w+, \\w+\\)`),
    to: `${name}: prepare('', '')`,
  })),
  ...Object.entries(CELLS).map(([kind, [from = '', to = '']]) => ({
    what: `the cells in which a globe is bent, ${kind}`,
    file: GLOBE,
    at: new RegExp(`${kind}: new SubdivisionGranularityExpression\\(${from}\\)`),
    to: `${kind}: new SubdivisionGranularityExpression(${to})`,
  })),
  {
    // Controls that no map of ours has, and units that it does not measure in.
    what: 'words of other controls',
    file: 'ui/default_locale.ts',
    at: /'(?:GeolocateControl|LogoControl|GlobeControl|TerrainControl|Marker|Popup|ScaleControl\.(?:Feet|Miles|NauticalMiles)|AttributionControl\.MapFeedback)[.\w]*': '[^']*',/g,
    to: '',
  },
];

/** A file of MapLibre with its changes. */
export function changeMapLibre(file: string, code: string): string {
  return CHANGES.filter((change) => file.endsWith(change.file)).reduce((changed, { what, at, to }) => {
    const next = typeof to === 'string' ? changed.replace(at, to) : changed.replace(at, to);
    if (next === changed) throw new Error(`maplibre-gl: there is no ${what} to be found. See tools/build/lean-maplibre.ts.`);
    return next;
  }, code);
}

/** A file that exports the same names, of things that do nothing. */
export function emptyFile(code: string): string {
  const declared = [...code.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  const listed = [...code.matchAll(/^export \{([^}]*)\};?$/gm)].flatMap(([, names = '']) => names.match(/\w+/g) ?? []);
  return [...declared, ...listed].map((name) => `export function ${name}() {}`).join('\n');
}

/** Ends of the paths of all files that are changed, to see that each was met. */
const CHANGED_FILES = [...new Set(CHANGES.map(({ file }) => file))];

const FACE = '\0maplibre-gl';
const WORKER_URL = '\0maplibre-worker-url';
const VERSION = '\0maplibre-version';

/** What create-map.ts and tiles.ts import. */
const writeFace = (sources: string): string =>
  [
    ...Object.entries(EXPORTS).map(([file, name]) => `export { ${name} } from '${sources}${file}';`),
    `import { config } from '${sources}util/config.ts';`,
    'export const setWorkerUrl = (url) => { config.WORKER_URL = url; };',
  ].join('\n');

type Lead = (id: string) => readonly string[];

/** All modules that one leads to, with it. */
function follow(root: string, lead: Lead): Set<string> {
  const found = new Set([root]);
  for (const id of found) for (const next of lead(id)) found.add(next);
  return found;
}

/** Packages of which nothing but MapLibre makes use in a page. */
const OWN = /node_modules\/(?:maplibre-gl|@maplibre|@mapbox|bidi-js|earcut|gl-matrix|pbf)\//;

export interface LeanMapLibre {
  plugin: Plugin;
  /** True for a module that page and worker share. */
  isShared: (id: string) => boolean;
  /** True for one that the page alone needs. */
  isOfPage: (id: string) => boolean;
}

/** The plugin, and how its modules are to be put into files. */
export function leanMapLibre(): LeanMapLibre {
  const sources = `${resolve(SOURCES).replaceAll('\\', '/')}/`;
  let ofWorker = new Set<string>();
  let ofPage = new Set<string>();
  const met = new Set<string>();
  let worker = '';
  const plugin: Plugin = {
    name: 'lean-maplibre',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: sources + WORKER, name: WORKER_NAME });
    },
    resolveId(source, importer = '') {
      if (source === 'maplibre-gl') return FACE;
      // In a frame without an origin of its own a worker starts from its text, which can import nothing.
      if (source === WORKER_ALONE && importer !== WORKER_URL) return WORKER_URL;
      if (source.endsWith('package.json') && importer.startsWith(sources)) return VERSION;
      return null;
    },
    load(id) {
      if (id === FACE) return writeFace(sources);
      if (id === WORKER_URL) {
        return `import alone from '${WORKER_ALONE}';\nexport default globalThis.origin === 'null' ? alone : import.meta.ROLLUP_FILE_URL_${worker};`;
      }
      if (id === VERSION) {
        const { version } = JSON.parse(readFileSync(resolve(SOURCES, '../package.json'), 'utf8')) as { version: string };
        return `export default ${JSON.stringify({ version })};`;
      }
      if (id.startsWith(sources) && UNUSED_FILES.includes(id.slice(sources.length))) return emptyFile(readFileSync(id, 'utf8'));
      return null;
    },
    async transform(code, id) {
      const file = CHANGED_FILES.find((one) => id.endsWith(one));
      if (file !== undefined) met.add(file);
      const changed = file === undefined ? code : changeMapLibre(file, code);
      if (!id.startsWith(sources) || !id.endsWith('.ts')) return file === undefined ? null : changed;
      // A field that a class only declares says what its parent has set: it is no new one.
      return transformWithOxc(changed, id, { typescript: { removeClassFieldsWithoutInitializer: true }, sourcemap: false });
    },
    buildEnd(error) {
      if (error) return;
      const missed = CHANGED_FILES.filter((file) => !met.has(file));
      if (missed.length > 0) throw new Error(`maplibre-gl: ${missed.join(', ')} are not in the build.`);
      const lead: Lead = (id) => this.getModuleInfo(id)?.importedIds ?? [];
      ofWorker = follow(sources + WORKER, lead);
      ofPage = follow(FACE, lead);
    },
  };
  const isOfPage = (id: string): boolean => id === FACE || (OWN.test(id) && ofPage.has(id));
  return { plugin, isShared: (id) => isOfPage(id) && ofWorker.has(id), isOfPage };
}

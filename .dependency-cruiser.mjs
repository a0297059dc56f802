/** Who may import whom. `npm run lint` holds it; ARCHITECTURE.md says why. */

/** Rooms of the pure core, each with the rooms that it may import; itself and `markup.ts` are always among them. */
const CORE = {
  dataset: ['geo'],
  geo: ['dataset'],
  measure: ['dataset', 'geo'],
  style: ['dataset', 'geo', 'url'],
  url: ['dataset', 'geo'],
  feeds: [],
  embed: ['dataset', 'geo', 'url', 'style'],
  routing: ['dataset', 'geo', 'measure', 'style', 'url'],
  import: ['dataset', 'geo', 'measure', 'style', 'url'],
  shipments: ['dataset', 'geo', 'measure', 'style', 'url', 'routing'],
  compare: ['dataset', 'geo', 'measure', 'style', 'url', 'routing', 'import'],
  claims: ['dataset', 'geo', 'measure', 'style', 'url', 'routing'],
  stories: ['dataset', 'geo', 'measure', 'style', 'url', 'routing', 'compare', 'claims'],
};

/** The other rooms; `geo` and `tools` import no room of the interface but those named. */
const ROOMS = {
  'src/i18n': ['src/core'],
  'src/map': ['src/core'],
  'src/svg': ['src/core'],
  'src/pages': ['src/core', 'src/i18n', 'src/svg'],
  'src/story': ['src/core'],
  'src/overlay': ['src/core', 'src/map'],
  'src/embed': ['src/core', 'src/i18n', 'src/svg', 'src/map'],
  'src/app/(?!map/|story-editor/)': ['src/core', 'src/i18n', 'src/svg', 'src/app'],
  // The page of a story is written by the same code as in the build.
  'src/app/story-editor': ['src/core', 'src/i18n', 'src/svg', 'src/pages', 'src/app'],
  'src/app/map': ['src/core', 'src/i18n', 'src/svg', 'src/map', 'src/app'],
  // The host page's side: one small file, so of the rest it knows the types only.
  'src/element': ['src/core/dataset/enums\\.ts'],
  'src/entries': ['src'],
  geo: ['src/core'],
  tools: ['src/core', 'src/i18n', 'src/svg', 'src/pages', 'src/embed'],
};

const rule = (from, allowed, comment) => ({
  name: `from ${from}`,
  severity: 'error',
  comment,
  from: { path: `^${from}` },
  to: { path: '^(src|geo|tools|tests)/', pathNot: allowed.map((path) => `^${path}(/|$)`) },
});

export default {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(CORE).map(([room, allowed]) =>
      rule(
        `src/core/${room}/`,
        [`src/core/${room}`, 'src/core/markup\\.ts', ...allowed.map((other) => `src/core/${other}`)],
        'The rooms of the core build on each other in one direction.',
      ),
    ),
    ...Object.entries(ROOMS).map(([room, allowed]) =>
      rule(room, [room.replace(/\(.*/, ''), ...allowed], 'Imports run entries → app, embed, overlay → map, svg, i18n → core.'),
    ),
    {
      name: 'pure rooms',
      severity: 'error',
      comment: 'These rooms are plain TypeScript: they run in Node, workers and pages alike.',
      from: { path: '^src/(core|svg|i18n|pages)/' },
      to: { path: 'node_modules/(svelte|maplibre-gl)/' },
    },
    {
      name: 'MapLibre in its rooms',
      severity: 'error',
      comment: 'What draws the live map is src/map, and src/overlay on maps of others.',
      from: { path: '^src/(app|embed|entries)/' },
      to: { path: 'node_modules/maplibre-gl/' },
    },
    {
      name: 'no Svelte outside of the app',
      severity: 'error',
      comment: 'Embeds, overlay and map do without a framework.',
      from: { path: '^src/(embed|overlay|map)/' },
      to: { path: 'node_modules/svelte/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|static)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'browser', 'default', 'types'] },
  },
};

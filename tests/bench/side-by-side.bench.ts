/** Our app and embed beside a bare MapLibre, a Leaflet and an OpenLayers page of the same land and network. */
import { findChromium } from '../../tools/dev/chromium.ts';
import { type Measured, quantile, type Row } from './bench.ts';
import { serveSites, SUBJECTS, type SubjectName, type Visit, visit } from './browser.ts';
import { launch } from './embed-weight.ts';

export const name = 'Side by side: medians of several rounds in one browser with software WebGL';
export const about = [
  'Five rounds, one page after the other, after a visit that warms the browser up; no graphics card: pages are painted by the',
  'processor and WebGL is SwiftShader, as in a browser on a machine without one. Viewport 1280 × 800, one server, gzip, no cache.',
  'First picture: two frames after all of it is in the page (the others: after their lines are added and drawn). Bytes to it: whatever',
  'was asked for before it, in whole. Live: two frames after the map rests, when what it drew last is on the screen; Leaflet: after its',
  'lines are added. Blocked: of tasks over 50 ms what is over, until then. Heap: JavaScript of the page when it is live, after',
  'collection, without workers. Frames: those in which the map was drawn anew, a second, while it is dragged to and fro for three',
  'seconds; Leaflet moves what it has drawn. Our app and the bare pages look at the same place; our embed at its corridor. The bare',
  'pages draw land, borders, lines and places, but no names, lakes or rivers, and fetch no figures, article or sources, which our app',
  'checks, indexes and lists before it is live.',
].join('\n');

const ROUNDS = 5;
const SHARE = { least: 'at least', most: 'at most' } as const;

interface Goal {
  what: string;
  of: SubjectName;
  to: SubjectName;
  value(visit: Visit): number;
  bound: number;
  side: keyof typeof SHARE;
  /** Bytes are the same in each run: passing them fails the bench. */
  strict?: boolean;
}

export const GOALS: readonly Goal[] = [
  { what: 'first picture', of: 'still', to: 'leaflet', value: ({ first }) => first, bound: 0.5, side: 'most' },
  { what: 'bytes to it', of: 'still', to: 'leaflet', value: (one) => one.firstBytes, bound: 0.25, side: 'most', strict: true },
  ...(['app', 'embed'] as const).flatMap((of): Goal[] => [
    { what: 'live map idle', of, to: 'maplibre', value: ({ live }) => live, bound: 1.15, side: 'most' },
    { what: 'frames while panning', of, to: 'maplibre', value: (one) => one.framesPerSecond, bound: 0.9, side: 'least' },
    { what: 'blocked main thread', of, to: 'maplibre', value: ({ blocked }) => blocked, bound: 1.2, side: 'most' },
    { what: 'memory', of, to: 'maplibre', value: ({ heapMB }) => heapMB, bound: 1.2, side: 'most' },
  ]),
];

/** Each goal with the ratio of the medians, and whether it is met. */
export function judged(visits: Readonly<Record<SubjectName, readonly Visit[]>>): (Goal & { ratio: number; met: boolean })[] {
  return GOALS.map((goal) => {
    const median = (subject: SubjectName) => quantile(visits[subject].map(goal.value), 0.5);
    const ratio = median(goal.of) / median(goal.to);
    return { ...goal, ratio, met: goal.side === 'most' ? ratio <= goal.bound : ratio >= goal.bound };
  });
}

export async function run(): Promise<Measured> {
  const names = Object.keys(SUBJECTS) as SubjectName[];
  const visits = Object.fromEntries(names.map((name) => [name, [] as Visit[]])) as Record<SubjectName, Visit[]>;
  const browser = await launch(findChromium());
  const sites = await serveSites().catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  try {
    // The first visit of a browser starts its graphics process.
    await visit(browser, sites.url, SUBJECTS.leaflet);
    await visit(browser, sites.url, SUBJECTS.maplibre);
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of names) visits[name].push(await visit(browser, sites.url, SUBJECTS[name]));
    }
  } finally {
    await browser.close();
    await sites.close();
  }
  const median = (name: SubjectName, of: (visit: Visit) => number) => quantile(visits[name].map(of), 0.5);
  const rows = names.map((name): Row => ({
    page: SUBJECTS[name].name,
    'first picture ms': median(name, ({ first }) => first).toFixed(0),
    'kB to it': (median(name, ({ firstBytes }) => firstBytes) / 1000).toFixed(0),
    'live ms': median(name, ({ live }) => live).toFixed(0),
    'kB in all': (median(name, ({ bytes }) => bytes) / 1000).toFixed(0),
    'blocked ms': median(name, ({ blocked }) => blocked).toFixed(0),
    'frames/s': SUBJECTS[name].redraws ? median(name, ({ framesPerSecond }) => framesPerSecond).toFixed(1) : '–',
    'heap MB': median(name, ({ heapMB }) => heapMB).toFixed(1),
  }));
  const goals = judged(visits);
  const verdicts = goals.map(({ what, of, to, ratio, side, bound, met }): Row => ({
    'goal, as a ratio': `${what}: ${SUBJECTS[of].name} ÷ ${SUBJECTS[to].name}`,
    bound: `${SHARE[side]} ${bound}`,
    measured: ratio.toFixed(2),
    '': met ? 'met' : 'missed',
  }));
  const issues = goals
    .filter(({ strict, met }) => strict && !met)
    .map(({ what, of, ratio, bound }) => `${SUBJECTS[of].name}, ${what}: ${ratio.toFixed(2)}, at most ${bound}`);
  return { tables: [rows, verdicts], issues };
}

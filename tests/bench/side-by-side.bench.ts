/** Our app and embed beside a bare MapLibre, a Leaflet and an OpenLayers page of the same land and network. */
import { findChromium } from '../../tools/dev/chromium.ts';
import { type Measured, quantile, type Row } from './bench.ts';
import { serveSites, SUBJECTS, type SubjectName, type Visit, visit } from './browser.ts';
import { launch } from './embed-weight.ts';
import { type Return, visitTwice } from './revisit.ts';

export const name = 'Side by side: medians of several rounds in one browser with software WebGL';
export const about = [
  'Five rounds, one page after the other, after a visit that warms the browser up; no graphics card: pages are painted by the',
  'processor and WebGL is SwiftShader, as in a browser on a machine without one. Viewport 1280 × 800, one server, gzip, a new profile each time.',
  'First picture: two frames after all of it is in the page (the others: after their lines are added and drawn). Bytes to it: whatever',
  'was asked for before it, in whole. Live: two frames after the map rests, when what it drew last is on the screen; Leaflet: after its',
  "lines are added. CPU: of the threads of page and workers until then, by the browser's trace, which hardly depends on graphics in",
  'software or on what else the machine does: trust it first. Blocked: of tasks over 50 ms what is over. Heap: JavaScript of the page',
  'when it is live, after collection, without workers. Frames: those in which the map was drawn anew, a second, while it is dragged to',
  'and fro for three seconds; Leaflet moves what it has drawn. Our app and the bare pages look at the same place; our embed at its',
  'corridor. The bare pages draw land, borders, lines and places, on the same globe or in plain Mercator, but no names, lakes or rivers,',
  'and fetch no figures, article or sources. Second visit: in the profile of a first one, after its service worker has made the copy for',
  'offline use, which is the bytes that the worker itself asks the host for: what the page has fetched it takes from the cache of the browser.',
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

/** Bounds of our live pages: live, and CPU of page and workers, beside a bare page of each projection. */
const LIVE_GOALS: readonly (readonly [of: SubjectName, to: SubjectName, live: number, main: number, workers: number])[] = [
  ['app', 'maplibre', 1, 1.2, 0.7],
  ['app', 'mercator', 1, 1.2, 0.7],
  ['embed', 'maplibre', 0.9, 1, 0.5],
  ['embed', 'mercator', 0.6, 1.1, 0.6],
];

export const GOALS: readonly Goal[] = [
  { what: 'first picture', of: 'still', to: 'leaflet', value: ({ first }) => first, bound: 0.25, side: 'most' },
  { what: 'bytes to it', of: 'still', to: 'leaflet', value: (one) => one.firstBytes, bound: 0.25, side: 'most', strict: true },
  ...LIVE_GOALS.flatMap(([of, to, live, main, workers]): Goal[] => [
    { what: 'live', of, to, value: (one) => one.live, bound: live, side: 'most' },
    { what: 'CPU of the page until live', of, to, value: ({ cpu }) => cpu.main, bound: main, side: 'most' },
    { what: 'CPU of workers until live', of, to, value: ({ cpu }) => cpu.workers, bound: workers, side: 'most' },
  ]),
  ...(['app', 'embed'] as const).flatMap((of): Goal[] => [
    { what: 'frames while panning', of, to: 'maplibre', value: (one) => one.framesPerSecond, bound: 1.2, side: 'least' },
    { what: 'blocked main thread', of, to: 'maplibre', value: ({ blocked }) => blocked, bound: 1.2, side: 'most' },
    { what: 'memory', of, to: 'maplibre', value: ({ heapMB }) => heapMB, bound: of === 'app' ? 1.3 : 1.2, side: 'most' },
  ]),
];
/** Bytes that our app may need until it is live. */
const MOST_BYTES = 800_000;
/** The second visit, as a share of the first, and the copy for offline use beside what is shown. */
const MOST_AGAIN = 0.7;
const MOST_COPIED = 1.2;

/** Each goal with the ratio of the medians, and whether it is met. */
export function judged(visits: Readonly<Record<SubjectName, readonly Visit[]>>): (Goal & { ratio: number; met: boolean })[] {
  return GOALS.map((goal) => {
    const median = (subject: SubjectName) => quantile(visits[subject].map(goal.value), 0.5);
    const ratio = median(goal.of) / median(goal.to);
    return { ...goal, ratio, met: goal.side === 'most' ? ratio <= goal.bound : ratio >= goal.bound };
  });
}

const writeGoal = (goal: string, bound: string, measured: string, met: boolean): Row => ({
  'goal, as a ratio': goal,
  bound,
  measured,
  '': met ? 'met' : 'missed',
});

/** What coming again costs, beside the first visit of the same profile. */
function judgeReturns(returns: readonly Return[]): Row[] {
  const median = (of: (one: Return) => number) => quantile(returns.map(of), 0.5);
  const kB = (of: (one: Return) => number) => (median(of) / 1000).toFixed(0);
  const again = median(({ first, second }) => second / first);
  const copy = median(({ copied, shown }) => copied / shown);
  return [
    writeGoal('live: second visit ÷ first', `${SHARE.most} ${MOST_AGAIN}`, again.toFixed(2), again <= MOST_AGAIN),
    writeGoal(
      `copy for offline, ${kB(({ copied }) => copied)} kB ÷ ${kB(({ shown }) => shown)} kB until live`,
      `${SHARE.most} ${MOST_COPIED}`,
      copy.toFixed(2),
      copy <= MOST_COPIED,
    ),
  ];
}

export async function run(): Promise<Measured> {
  const names = Object.keys(SUBJECTS) as SubjectName[];
  const visits = Object.fromEntries(names.map((name) => [name, [] as Visit[]])) as Record<SubjectName, Visit[]>;
  const returns: Return[] = [];
  const browser = await launch(findChromium());
  const sites = await serveSites().catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  try {
    // The first visit of a browser starts its graphics process.
    await visit(browser, sites, SUBJECTS.leaflet);
    await visit(browser, sites, SUBJECTS.maplibre);
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of names) visits[name].push(await visit(browser, sites, SUBJECTS[name]));
      returns.push(await visitTwice(findChromium(), sites));
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
    'CPU of page ms': SUBJECTS[name].live ? median(name, ({ cpu }) => cpu.main).toFixed(0) : '–',
    'of workers ms': SUBJECTS[name].live ? median(name, ({ cpu }) => cpu.workers).toFixed(0) : '–',
    'kB until live': (median(name, ({ bytes }) => bytes) / 1000).toFixed(0),
    'blocked ms': median(name, ({ blocked }) => blocked).toFixed(0),
    'frames/s': SUBJECTS[name].redraws ? median(name, ({ framesPerSecond }) => framesPerSecond).toFixed(1) : '–',
    'heap MB': median(name, ({ heapMB }) => heapMB).toFixed(1),
  }));
  const goals = judged(visits);
  const verdicts = goals.map(({ what, of, to, ratio, side, bound, met }) =>
    writeGoal(`${what}: ${SUBJECTS[of].name} ÷ ${SUBJECTS[to].name}`, `${SHARE[side]} ${bound}`, ratio.toFixed(2), met),
  );
  const bytes = median('app', (one) => one.bytes);
  verdicts.push(
    writeGoal(
      `kB until live: ${SUBJECTS.app.name}`,
      `${SHARE.most} ${MOST_BYTES / 1000}`,
      (bytes / 1000).toFixed(0),
      bytes <= MOST_BYTES,
    ),
    ...judgeReturns(returns),
  );
  const issues = goals
    .filter(({ strict, met }) => strict && !met)
    .map(({ what, of, ratio, bound }) => `${SUBJECTS[of].name}, ${what}: ${ratio.toFixed(2)}, at most ${bound}`);
  return { tables: [rows, verdicts], issues };
}

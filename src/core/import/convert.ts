/** A reader's file as routes and issues: read, check, measure. */
import type { Share } from '../measure/measure.ts';
import { checkFeature, type CheckedFeature } from './checks/check-feature.ts';
import { cleanText, type ImportIssue, ImportError, ISSUES, type ReportedIssue } from './checks/issues.ts';
import { LIMITS } from './checks/limits.ts';
import { type Repair, repairFeature } from './checks/repair.ts';
import type { RawFeature } from './formats/format.ts';
import { createContent, getStem } from './parse/content.ts';
import { readFile } from './read-file.ts';
import { computeCountryShares, type Locate } from './routes/country-shares.ts';
import { createRouteId, type ImportedRoute, measureRoute } from './routes/imported-route.ts';

export interface Source {
  /** Name of the file; what has no name of its own is called after it. */
  name: string;
  bytes: Uint8Array;
  /** Other files that belong to it, by their ending. */
  siblings?: Map<string, Uint8Array>;
}

export type Phase = 'reading' | 'checking' | 'measuring';
export interface Progress {
  phase: Phase;
  /** Of 1. */
  done: number;
}

export interface ConvertOptions {
  repair?: Repair | undefined;
  /** Asked for once, where a route has no known shares; null where the countries are not known. */
  loadLookup: () => Promise<Locate | null>;
  /** Shares by country that were computed before, by the id of the content (`createRouteId` of a feature's source). */
  known?: Readonly<Record<string, readonly Share[]>> | undefined;
  /** Is called with how far it has come; what it returns is awaited, so that others have their turn, and what it throws ends the work. */
  pause?: (progress: Progress) => Promise<void> | undefined;
}

export interface ImportResult {
  /** `n` is the number of the feature in the file. */
  routes: (ImportedRoute & { n: number })[];
  issues: ReportedIssue[];
  /** Issues beyond those that are listed. */
  more: number;
  /** Features that the file has. */
  features: number;
}

/** Throws nothing for whatever a file holds, only what `pause` and `loadLookup` throw. */
export async function convert(source: Source, options: ConvertOptions): Promise<ImportResult> {
  const { repair, pause } = options;
  const list = new IssueList();
  try {
    await pause?.({ phase: 'reading', done: 0 });
    const content = createContent(source.name, source.bytes, source.siblings && { siblings: source.siblings });
    const read = await readFile(content, (done) => pause?.({ phase: 'reading', done }));
    if (read.features.length > LIMITS.read) throw new ImportError({ code: 'too-many-features', params: { most: LIMITS.read } });
    for (const issue of read.issues) list.add(issue);
    const good = await checkAll(read.features, { repair, pause, list });
    if (good.length === 0 && list.isEmpty) throw new ImportError({ code: 'no-routes' });
    const routes = await measureAll(good, source.name, options);
    return { routes, ...list.finish(routes), features: read.features.length };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { routes: [], issues: [{ ...error.issue, loaded: false }], more: 0, features: 0 };
  }
}

/** Features of one kind that are listed one by one. */
const FEW = 5;

class IssueList {
  readonly #issues: ImportIssue[] = [];
  readonly #others = new Map<string, ImportIssue[]>();
  #more = 0;

  get isEmpty(): boolean {
    return this.#issues.length === 0 && this.#others.size === 0;
  }

  /** Points and areas are kept apart: maps have thousands of them beside a line. */
  add(issue: ImportIssue): void {
    if (issue.code === 'not-a-line') {
      const type = String(issue.params?.['type']);
      const known = this.#others.get(type);
      if (known) known.push(issue);
      else this.#others.set(type, [issue]);
    } else if (this.#issues.length < LIMITS.issues) this.#issues.push(issue);
    else this.#more++;
  }

  finish(routes: readonly { n: number }[]): Pick<ImportResult, 'issues' | 'more'> {
    const loaded = new Set(routes.map(({ n }) => n));
    const others = [...this.#others].flatMap(([type, issues]): ImportIssue[] =>
      issues.length > FEW ? [{ code: 'not-lines', params: { n: issues.length, type } }] : issues,
    );
    const listed = [...this.#issues, ...others.slice(0, LIMITS.issues)].sort((a, b) => (a.feature ?? 0) - (b.feature ?? 0));
    const isLoaded = ({ code, feature }: ImportIssue): boolean =>
      ISSUES[code] === 'kept' && (feature === undefined ? loaded.size > 0 : loaded.has(feature));
    return {
      issues: listed.map((issue) => ({ ...issue, loaded: isLoaded(issue) })),
      more: this.#more + Math.max(0, others.length - LIMITS.issues),
    };
  }
}

async function checkAll(
  features: readonly RawFeature[],
  { repair, pause, list }: Pick<ConvertOptions, 'repair' | 'pause'> & { list: IssueList },
): Promise<CheckedFeature[]> {
  const good: CheckedFeature[] = [];
  const ids = new Map<string, number>();
  let vertices = 0;
  for (const [i, raw] of features.entries()) {
    await pause?.({ phase: 'checking', done: i / features.length });
    const report = (issue: ImportIssue): void => list.add(issue);
    const checked = checkFeature(repair ? repairFeature(raw, repair) : raw, { n: i + 1, ids, report });
    if (!checked) continue;
    vertices += countVertices(checked);
    if (vertices > LIMITS.vertices) throw new ImportError({ code: 'too-many-vertices', params: { most: LIMITS.vertices } });
    good.push(checked);
    if (good.length > LIMITS.features) throw new ImportError({ code: 'too-many-features', params: { most: LIMITS.features } });
  }
  return good;
}

const countVertices = ({ lines }: CheckedFeature): number => lines.reduce((sum, line) => sum + line.length, 0);

async function measureAll(
  good: readonly CheckedFeature[],
  file: string,
  { loadLookup, known, pause }: ConvertOptions,
): Promise<ImportResult['routes']> {
  const vertices = good.reduce((sum, feature) => sum + countVertices(feature), 0);
  const names = nameAll(good, file);
  const taken = new Set<string>();
  const measured = [];
  for (const [i, feature] of good.entries()) {
    await pause?.({ phase: 'measuring', done: (0.3 * i) / good.length });
    const most = Math.max(200, Math.floor((LIMITS.drawn * countVertices(feature)) / vertices));
    const contentId = createRouteId(feature.source);
    // Two features of the same content are two routes all the same.
    let id = contentId;
    while (taken.has(id)) id = createRouteId(`${id} ${feature.n}`);
    taken.add(id);
    const route = { id, n: feature.n, name: names[i] ?? '?', source: feature.source, ...measureRoute(feature.lines, most) };
    measured.push({ route, shares: known?.[contentId] });
  }
  const isKnown = measured.every(({ shares }) => shares);
  const locate = isKnown ? null : await loadLookup();
  const totalKm = measured.reduce((sum, { route }) => sum + route.drawnKm, 0);
  const routes: ImportResult['routes'] = [];
  for (const [i, { route, shares }] of measured.entries()) {
    const tell = (done: number) => pause?.({ phase: 'measuring', done: 0.3 + (0.7 * (i + done)) / measured.length });
    const computed =
      shares ?? (locate && (await computeCountryShares(route.line, route.drawnKm, { locate, totalKm, pause: tell })));
    routes.push({ ...route, countries: computed && [...computed] });
  }
  return routes;
}

/** Names of their own, with their folder where several are the same; else that of what they lie in, numbered. */
function nameAll(features: readonly CheckedFeature[], file: string): string[] {
  const bare = cleanText(getStem(file), LIMITS.name - 8) || '?';
  const titles = features.map(({ raw }) => cleanText(raw.title ?? '', LIMITS.name - 8) || bare);
  const names = countBy(features.map(({ name }) => name));
  const unnamed = countBy(titles.filter((_, i) => features[i]?.name === ''));
  return features.map(({ name, n, raw }, i) => {
    const group = cleanText(raw.group ?? '', LIMITS.name);
    const isAmbiguous = (names.get(name) ?? 0) > 1 && group !== '' && group !== name;
    if (name !== '') return isAmbiguous ? cleanText(`${group} – ${name}`, LIMITS.name) : name;
    const title = titles[i] ?? bare;
    const isAlone = features.length === 1 || (title !== bare && unnamed.get(title) === 1);
    return isAlone ? title : `${title} ${n}`;
  });
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

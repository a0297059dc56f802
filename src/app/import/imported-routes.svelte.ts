import type { ImportResult, Progress, Source } from '../../core/import/convert.ts';
import { ImportError } from '../../core/import/checks/issues.ts';
import { LIMITS } from '../../core/import/checks/limits.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import { IMPORTED_PREFIX } from '../../core/dataset/ids.ts';
import type { StoredRecord, StoredRoute } from '../../core/import/routes/stored-route.ts';
import type { Position } from '../../core/dataset/model.ts';
import { type GivenFile, groupFiles, readGroup } from '../../core/import/group-files.ts';
import type { ConvertJob, ImportDependencies } from './dependencies.ts';
import { assignIds, indexById } from './assign-ids.ts';
import { LineEditor } from './line-editor.svelte.ts';
import { mergeRoutes, restoreRoutes } from './restore-routes.ts';
import { SavedRoutes } from './saved-routes.svelte.ts';
import type { Given, MyRoute, Report, Running, Unlisted } from './types.ts';

/** Most vertices of a line that can be edited by hand. */
export const EDITABLE = 1000;

/** The reader's routes: adding, saving, renaming, removing. Lists are replaced, never changed in place. */
export class ImportedRoutes {
  readonly #lent: ImportDependencies | null;
  routes: readonly MyRoute[] = $state.raw([]);
  running: Running | null = $state.raw(null);
  reports: readonly Report[] = $state.raw([]);
  /** What could not be read for want of the page's own code. */
  unread: readonly Given[] = $state.raw([]);
  readonly saved = new SavedRoutes(() => this.#page.store);
  readonly editor = new LineEditor();
  removed: MyRoute | null = $state.raw(null);
  /** The part of the address that carries routes. */
  link: string | null = $state(null);
  #stop = new AbortController();
  #reports = 0;
  #restoring = false;
  #isStale = false;

  constructor(page: ImportDependencies | undefined) {
    this.#lent = page ?? null;
  }

  get #page(): ImportDependencies {
    if (!this.#lent) throw new Error('This page lends nothing to imports.');
    return this.#lent;
  }

  /** False where the page lends nothing, such as in an embed. */
  get isPossible(): boolean {
    return this.#lent !== null;
  }

  /** The route that an id of a selection stands for. */
  find(id: string | null): MyRoute | undefined {
    return id?.startsWith(IMPORTED_PREFIX) ? this.routes.find((route) => IMPORTED_PREFIX + route.id === id) : undefined;
  }

  /** Reads what an earlier visit saved, and follows the changes of other tabs. Returns the clean-up. */
  start(): () => void {
    if (!this.#lent) return () => {};
    void this.#restore();
    return this.#lent.store.listen({
      onChange: () => void this.#restore(),
      onCleared: () => this.saved.lose(this.routes.filter(({ linked }) => !linked)),
    });
  }

  /** One reading at a time; changes that are reported meanwhile are read once, behind it. */
  async #restore(): Promise<void> {
    if (this.#restoring) {
      this.#isStale = true;
      return;
    }
    this.#restoring = true;
    try {
      do {
        this.#isStale = false;
        await this.#readStore();
      } while (this.#isStale);
    } finally {
      this.#restoring = false;
    }
  }

  async #readStore(): Promise<void> {
    const good = await this.saved.read();
    if (!good) return;
    const before = this.routes;
    const isRead = ({ id, source }: StoredRoute): boolean => before.some((mine) => mine.id === id && mine.source === source);
    const fresh = good.filter((row) => !isRead(row));
    const { routes: restored, damaged } = await this.#convertStored(fresh);
    this.saved.broken = [...this.saved.broken, ...damaged];
    this.routes = mergeRoutes({ before, now: this.routes, stored: good, restored, isLost: this.saved.isLost });
    // Records from before countries were stored: those are looked up once.
    await this.saved.put(restored.filter((mine) => mine.countries && !good.find(({ id }) => id === mine.id)?.countries));
    if (this.saved.hasReturned) await this.saveLost();
  }

  async #convertStored(rows: readonly StoredRoute[]): Promise<{ routes: MyRoute[]; damaged: StoredRecord[] }> {
    // What else the reader does meanwhile does not stop this.
    const { signal } = new AbortController();
    const { routes, damaged } = await restoreRoutes(rows, (job) => this.#page.convert(job, { signal, onProgress: () => {} }));
    return { routes: routes.map((route) => ({ ...route, linked: false })), damaged };
  }

  /** Takes up routes that the page had before it was loaded again. */
  async addKept(rows: readonly StoredRoute[]): Promise<void> {
    await this.#addRoutes((await this.#convertStored(rows)).routes);
  }

  /** Saves what is in this tab only. */
  saveLost(): Promise<void> {
    return this.saved.put(this.routes.filter(({ id }) => this.saved.isLost(id)));
  }

  /** Adds what was given, one after the other, and first what could not be read before. */
  addAll(given: readonly Given[]): Promise<void> {
    return this.#work(async (signal) => {
      const all = [...this.unread, ...given];
      this.unread = [];
      for (const [i, { name, load, repair }] of all.entries()) {
        await this.#attempt(name, load, repair).catch((error: unknown) => {
          if (!signal.aborted) this.unread = all.slice(i);
          throw error;
        });
      }
    });
  }

  addFiles(files: readonly GivenFile[]): Promise<void> {
    return this.addAll(groupFiles(files).map((group) => ({ name: group.file.name, load: () => readGroup(group) })));
  }

  addText(name: string, text: string): Promise<void> {
    return this.addAll([{ name, load: () => ({ name, bytes: new TextEncoder().encode(text) }) }]);
  }

  addAddress(address: string): Promise<void> {
    return this.addAll([{ name: address, load: () => this.#page.fetch(address, this.#stop.signal) }]);
  }

  /** The file of a report once more, with its coordinates changed. */
  async tryAgain({ n, name, source }: Report, repair: Repair): Promise<void> {
    if (!source) return;
    this.reports = this.reports.filter((one) => one.n !== n);
    await this.addAll([{ name, load: () => source, repair }]);
  }

  /**
   * Opens the routes that an address carries; they are not saved until the reader wishes it.
   *
   * @returns ids that they have here, by those that the address has, where another route has that already
   */
  async openLink(value: string): Promise<Record<string, string>> {
    this.link = value;
    const renamed: Record<string, string> = {};
    await this.#work(async () => {
      const { readLink, writeParts } = await import('../../core/import/routes/share-link.ts');
      let ids: (string | null)[] = [];
      const load = (): Source => {
        const linked = readLink(value);
        ({ ids } = linked);
        return { name: '', bytes: new TextEncoder().encode(linked.text) };
      };
      await this.#attempt('', load, undefined, (routes) => {
        const mine = routes.map((route) => ({ ...route, id: ids[route.n - 1] ?? route.id, linked: true }));
        const assigned = assignIds(mine, this.routes, (a, b) => writeParts(a.line).join() === writeParts(b.line).join());
        mine.forEach(({ id }, i) => {
          renamed[id] ??= assigned[i]?.id ?? id;
        });
        return assigned;
      });
    });
    return renamed;
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** One piece of work at a time; what was running is stopped. */
  async #work(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      if (this.#stop.signal === signal) this.running = null;
    }
  }

  async #attempt(
    name: string,
    load: () => Promise<Source> | Source,
    repair?: Repair,
    identify: (routes: ImportResult['routes']) => Unlisted[] = (routes) => {
      const mine = routes.map((route): Unlisted => ({ ...route, linked: false }));
      return assignIds(mine, this.routes, (a, b) => a.source === b.source);
    },
  ): Promise<void> {
    this.running = { name, phase: 'reading', done: 0 };
    try {
      const source = await load();
      const { routes, issues, more } = await this.#convert({ source, repair }, (progress) => {
        this.running = { name, ...progress };
      });
      const mine = [...indexById(identify(routes)).values()].map((route, i): MyRoute => ({
        ...route,
        added: this.#page.now() + i,
      }));
      await this.#addRoutes(mine);
      this.#report({ name, added: mine.map(({ id }) => IMPORTED_PREFIX + id), issues, more, source });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.#report({ name, added: [], issues: [{ ...error.issue, loaded: false }], more: 0, source: null });
    }
  }

  /** Those that are here already stay as their reader has named them; what came with a link before is saved now. */
  async #addRoutes(given: readonly MyRoute[]): Promise<void> {
    const known = indexById(this.routes);
    const fresh = given.filter(({ id }) => !known.has(id));
    const kept = given.flatMap(({ id, linked }) => {
      const mine = known.get(id);
      return mine?.linked && !linked ? [{ ...mine, linked }] : [];
    });
    for (const route of kept) this.#replace(route);
    this.routes = [...this.routes, ...fresh];
    await this.saved.put([...kept, ...fresh].filter(({ linked }) => !linked));
  }

  #convert(job: ConvertJob, onProgress: (progress: Progress) => void = () => {}): Promise<ImportResult> {
    return this.#page.convert(job, { signal: this.#stop.signal, onProgress });
  }

  #report(report: Omit<Report, 'n'>): void {
    this.reports = [...this.reports, { ...report, n: ++this.#reports }];
  }

  clearReports(): void {
    this.reports = [];
  }

  #replace(route: MyRoute): void {
    this.routes = this.routes.map((one) => (one.id === route.id ? route : one));
  }

  /** Saves a route that came with the address. */
  async keep(id: string): Promise<void> {
    const route = this.find(id);
    if (!route) return;
    this.#replace({ ...route, linked: false });
    await this.saved.put([route]);
  }

  async rename(id: string, name: string): Promise<void> {
    const route = this.find(id);
    const called = name.trim().slice(0, LIMITS.name);
    if (!route || called === '') return;
    this.#replace({ ...route, name: called });
    if (!route.linked) await this.saved.put([{ ...route, name: called }]);
  }

  /** Takes a route away; it can be had back until the next one is. */
  async remove(id: string): Promise<void> {
    const route = this.find(id);
    if (!route) return;
    this.routes = this.routes.filter((one) => one !== route);
    this.removed = route;
    if (!this.routes.some(({ linked }) => linked)) this.link = null;
    if (!route.linked) await this.saved.remove(route.id);
  }

  async undo(): Promise<void> {
    const route = this.removed;
    if (!route) return;
    this.removed = null;
    this.routes = [...this.routes, route].sort((a, b) => a.added - b.added);
    if (!route.linked) await this.saved.put([route]);
  }

  /** The drawn line as a route; the place in the list and what the file said stay those of the route that it replaces. */
  async finish(line: readonly Position[], name: string): Promise<string | null> {
    const { draft } = this.editor;
    if (!draft) return null;
    const before = draft.id === null ? undefined : this.find(draft.id);
    const { createDrawnSource } = await import('../../core/import/checks/coordinates.ts');
    const properties = before ? (JSON.parse(before.source) as { properties: Record<string, unknown> }).properties : {};
    const text = createDrawnSource(line, { ...properties, name });
    const { routes } = await this.#convert({ source: { name, bytes: new TextEncoder().encode(text) } });
    const [route] = routes;
    if (!route) return null;
    const mine: MyRoute = { ...route, id: before?.id ?? route.id, name, linked: false, added: before?.added ?? this.#page.now() };
    this.routes = [...this.routes.filter(({ id }) => id !== mine.id), mine].sort((a, b) => a.added - b.added);
    this.editor.edit(null);
    await this.saved.put([mine]);
    return IMPORTED_PREFIX + mine.id;
  }
}

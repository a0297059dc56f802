import type { ImportResult, Progress, Source } from '../../core/import/convert.ts';
import { ImportError } from '../../core/import/checks/issues.ts';
import { LIMITS, toMegabytes } from '../../core/import/checks/limits.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import { IMPORTED_PREFIX } from '../../core/dataset/ids.ts';
import type { ImportedRoute } from '../../core/import/routes/imported-route.ts';
import { readStored, type StoredRecord, type StoredRoute, toStored } from '../../core/import/routes/stored-route.ts';
import type { Position } from '../../core/dataset/model.ts';
import type { ConvertJob, GivenFile, ImportDependencies } from './dependencies.ts';
import { mergeRoutes, restoreRoutes } from './restore-routes.ts';
import type { Draft, MyRoute, Report, Running } from './types.ts';

/** Most vertices of a line that can be edited by hand. */
export const EDITABLE = 1000;

/** The reader's routes: adding, saving, renaming, removing. Lists are replaced, never changed in place. */
export class ImportedRoutes {
  readonly #lent: ImportDependencies | null;
  routes: readonly MyRoute[] = $state.raw([]);
  running: Running | null = $state.raw(null);
  reports: readonly Report[] = $state.raw([]);
  /** Why routes are kept in memory only. */
  unsaved: 'denied' | 'full' | null = $state(null);
  /** Records that cannot be read. */
  broken: readonly StoredRecord[] = $state.raw([]);
  draft: Draft | null = $state.raw(null);
  /** The line that the map is to show for editing. */
  drawn: readonly Position[] = $state.raw([]);
  /** The line as the map or the text last changed it. */
  sketch: readonly Position[] = $state.raw([]);
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
    return this.#lent.store.listen(() => void this.#restore());
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
    const records = await this.#stored(() => this.#page.store.all());
    if (!records) return;
    const { good, broken } = readStored(records);
    const before = this.routes;
    const isRead = ({ id, source }: StoredRoute): boolean => before.some((mine) => mine.id === id && mine.source === source);
    const fresh = good.filter((row) => !isRead(row));
    // What else the reader does meanwhile does not stop this.
    const { signal } = new AbortController();
    const { routes, damaged } = await restoreRoutes(fresh, (job) => this.#page.convert(job, { signal, onProgress: () => {} }));
    this.broken = [...broken, ...damaged];
    const restored = routes.map((route): MyRoute => ({ ...route, linked: false }));
    this.routes = mergeRoutes({ before, now: this.routes, stored: good, restored, isUnsaved: this.unsaved !== null });
    // Records from before countries were stored: those are looked up once.
    for (const mine of restored) {
      if (mine.countries && !good.find(({ id }) => id === mine.id)?.countries) await this.#save(mine);
    }
  }

  /** Adds files one after the other. */
  async addFiles(files: readonly GivenFile[]): Promise<void> {
    await this.#work(async () => {
      for (const file of files) {
        await this.#attempt(file.name, async () => {
          if (file.size > LIMITS.bytes) throw new ImportError({ code: 'too-large', params: { most: toMegabytes(LIMITS.bytes) } });
          return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
        });
      }
    });
  }

  addText(name: string, text: string): Promise<void> {
    return this.#work(() => this.#attempt(name, () => ({ name, bytes: new TextEncoder().encode(text) })));
  }

  addAddress(address: string): Promise<void> {
    return this.#work(() => this.#attempt(address, () => this.#page.fetch(address, this.#stop.signal)));
  }

  /** The file of a report once more, with its coordinates changed. */
  async tryAgain({ n, name, source }: Report, repair: Repair): Promise<void> {
    if (!source) return;
    this.reports = this.reports.filter((one) => one.n !== n);
    await this.#work(() => this.#attempt(name, () => source, repair));
  }

  /** Opens the routes that an address carries; they are not saved until the reader wishes it. */
  async openLink(value: string): Promise<void> {
    this.link = value;
    await this.#work(async () => {
      const { readLink } = await import('../../core/import/routes/share-link.ts');
      let ids: (string | null)[] = [];
      const load = (): Source => {
        const linked = readLink(value);
        ({ ids } = linked);
        return { name: '', bytes: new TextEncoder().encode(linked.text) };
      };
      await this.#attempt('', load, undefined, (route) => ({ ...route, id: ids[route.n - 1] ?? route.id, linked: true }));
    });
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** One piece of work at a time; what was running is stopped. */
  async #work(work: () => Promise<void>): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    try {
      await work();
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
    change: (route: ImportResult['routes'][number]) => ImportedRoute & { linked: boolean } = (route) => ({
      ...route,
      linked: false,
    }),
  ): Promise<void> {
    this.running = { name, phase: 'reading', done: 0 };
    try {
      const source = await load();
      const { routes, issues, more } = await this.#convert({ source, repair }, (progress) => {
        this.running = { name, ...progress };
      });
      const mine = routes.map((route, i): MyRoute => ({ ...change(route), added: this.#page.now() + i }));
      const fresh = mine.filter(({ id, linked }) => !linked || !this.routes.some((known) => known.id === id));
      this.routes = [...this.routes.filter((known) => !fresh.some(({ id }) => id === known.id)), ...fresh];
      for (const route of fresh) if (!route.linked) await this.#save(route);
      this.#report({ name, added: mine.map(({ id }) => IMPORTED_PREFIX + id), issues, more, source });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.#report({ name, added: [], issues: [{ ...error.issue, loaded: false }], more: 0, source: null });
    }
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

  async #save(route: MyRoute): Promise<void> {
    await this.#stored(() => this.#page.store.put(toStored(route, route.added)));
  }

  /** Null where the browser refuses; the page says so and goes on in memory. */
  async #stored<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.unsaved = error.name === 'QuotaExceededError' ? 'full' : 'denied';
      return null;
    }
  }

  #replace(route: MyRoute): void {
    this.routes = this.routes.map((one) => (one.id === route.id ? route : one));
  }

  /** Saves a route that came with the address. */
  async keep(id: string): Promise<void> {
    const route = this.find(id);
    if (!route) return;
    this.#replace({ ...route, linked: false });
    await this.#save(route);
  }

  async rename(id: string, name: string): Promise<void> {
    const route = this.find(id);
    const called = name.trim().slice(0, LIMITS.name);
    if (!route || called === '') return;
    this.#replace({ ...route, name: called });
    if (!route.linked) await this.#save({ ...route, name: called });
  }

  /** Takes a route away; it can be had back until the next one is. */
  async remove(id: string): Promise<void> {
    const route = this.find(id);
    if (!route) return;
    this.routes = this.routes.filter((one) => one !== route);
    this.removed = route;
    if (!this.routes.some(({ linked }) => linked)) this.link = null;
    if (!route.linked) await this.#stored(() => this.#page.store.remove(route.id));
  }

  async undo(): Promise<void> {
    const route = this.removed;
    if (!route) return;
    this.removed = null;
    this.routes = [...this.routes, route].sort((a, b) => a.added - b.added);
    if (!route.linked) await this.#save(route);
  }

  /** Deletes records that cannot be read, when the reader says so. */
  async forgetBroken(): Promise<void> {
    for (const { key } of this.broken) await this.#stored(() => this.#page.store.remove(key));
    this.broken = [];
  }

  /** Starts to draw a new line, or to edit that of a route. */
  edit(draft: Draft | null): void {
    this.draft = draft;
    this.drawn = draft?.line ?? [];
    this.sketch = this.drawn;
  }

  /** The map has changed the line. */
  changed(line: readonly Position[]): void {
    this.sketch = line;
  }

  /** The text has changed the line: the map shows it. */
  typed(line: readonly Position[]): void {
    this.sketch = line;
    this.drawn = line;
  }

  /** The drawn line as a route; the place in the list and what the file said stay those of the route that it replaces. */
  async finish(line: readonly Position[], name: string): Promise<string | null> {
    const { draft } = this;
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
    this.edit(null);
    await this.#save(mine);
    return IMPORTED_PREFIX + mine.id;
  }
}

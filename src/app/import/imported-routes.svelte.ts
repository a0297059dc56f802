import type { ImportResult, Phase, Progress, Source } from '../../core/import/convert.ts';
import { type ImportIssue, ImportError } from '../../core/import/checks/issues.ts';
import { LIMITS, toMegabytes } from '../../core/import/checks/limits.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import { IMPORTED_PREFIX } from '../../core/import/routes/route-id.ts';
import type { ImportedRoute } from '../../core/import/routes/imported-route.ts';
import {
  splitIntoBatches,
  readStored,
  createSequence,
  toStored,
  type StoredRecord,
  type StoredRoute,
} from '../../core/import/routes/stored-route.ts';
import type { Position } from '../../core/dataset/model.ts';

export interface RouteStore {
  all(): Promise<StoredRecord[]>;
  put(row: StoredRoute): Promise<void>;
  remove(key: string): Promise<void>;
  /** Calls when another tab has changed something. */
  listen(heard: () => void): () => void;
}

/** What the page lends: a converter (a worker, mostly), the network, and storage where there is any. */
export interface ImportDependencies {
  convert(
    job: { source: Source; repair?: Repair | undefined },
    options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
  ): Promise<ImportResult>;
  fetch(address: string, signal: AbortSignal): Promise<Source>;
  store: RouteStore;
  now(): number;
}

/** What came of one file. */
export interface Report {
  n: number;
  name: string;
  added: string[];
  issues: ImportIssue[];
  more: number;
  /** To try again with another order of axes or another unit. */
  source: Source | null;
}

export interface Running {
  name: string;
  phase: Phase;
  done: number;
}

/** A line that is being drawn or edited; `id` of the route that it will replace. */
export interface Draft {
  id: string | null;
  name: string;
  line: Position[];
}

/** `linked` came with the address and is not saved. */
export type Mine = ImportedRoute & { linked: boolean; added: number };

/** A file that the reader gave, read only once it is its turn. */
export interface Given {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Most vertices of a line that can be edited by hand. */
export const EDITABLE = 1000;

/** The reader's own routes: adding, saving, renaming, removing. Lists are replaced, never changed in place. */
export class ImportedRoutes {
  readonly #ports: ImportDependencies | null;
  routes: readonly Mine[] = $state.raw([]);
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
  removed: Mine | null = $state.raw(null);
  /** The part of the address that carries routes. */
  link: string | null = $state(null);
  #stop = new AbortController();
  #reports = 0;

  constructor(ports: ImportDependencies | undefined) {
    this.#ports = ports ?? null;
  }

  /** False where the page lends nothing, such as in an embed. */
  get isPossible(): boolean {
    return this.#ports !== null;
  }

  /** The route that an id of a selection stands for. */
  find(id: string | null): Mine | undefined {
    return id?.startsWith(IMPORTED_PREFIX) ? this.routes.find((route) => IMPORTED_PREFIX + route.id === id) : undefined;
  }

  /** Reads what an earlier visit saved, and hears of other tabs. Returns the clean-up. */
  start(): () => void {
    if (!this.#ports) return () => {};
    void this.#restore();
    return this.#ports.store.listen(() => void this.#restore());
  }

  async #restore(): Promise<void> {
    const records = await this.#stored(() => this.#ports!.store.all());
    if (!records) return;
    const { good, broken } = readStored(records);
    const rowOf = (id: string) => good.find((row) => row.id === id);
    const kept = this.routes
      .filter(({ id, linked }) => linked || this.unsaved !== null || rowOf(id))
      .map((mine) => ({ ...mine, name: rowOf(mine.id)?.name ?? mine.name, linked: mine.linked && !rowOf(mine.id) }));
    const fresh = good.filter(({ id, source }) => kept.find((mine) => mine.id === id)?.source !== source);
    const damaged: StoredRecord[] = [...broken];
    const read: Mine[] = [];
    for (const rows of splitIntoBatches(fresh)) {
      const source = { name: '', bytes: new TextEncoder().encode(createSequence(rows)) };
      const { routes } = await this.#convert({ source });
      for (const [i, row] of rows.entries()) {
        // What stands in line i is the i-th feature, as long as each line could be parsed.
        const route = routes.find((one) => one.source === row.source) ?? (routes.length === rows.length ? routes[i] : undefined);
        if (route) read.push({ ...route, id: row.id, name: row.name, added: row.added, linked: false });
        else damaged.push({ key: row.id, value: row });
      }
    }
    this.broken = damaged;
    const untouched = kept.filter(({ id }) => !read.some((mine) => mine.id === id));
    this.routes = [...untouched, ...read].sort((a, b) => a.added - b.added);
  }

  /** Adds files one after the other. */
  async addFiles(files: readonly Given[]): Promise<void> {
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
    return this.#work(() => this.#attempt(address, () => this.#ports!.fetch(address, this.#stop.signal)));
  }

  /** The file of a report once more, with its coordinates changed. */
  tryAgain({ n, name, source }: Report, repair: Repair): Promise<void> {
    this.reports = this.reports.filter((one) => one.n !== n);
    return this.#work(() => this.#attempt(name, () => source!, repair));
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
      const { routes, issues, more } = await this.#convert(
        { source, repair },
        (progress) => (this.running = { name, ...progress }),
      );
      const mine = routes.map((route, i): Mine => ({ ...change(route), added: this.#ports!.now() + i }));
      const fresh = mine.filter(({ id, linked }) => !linked || !this.routes.some((known) => known.id === id));
      this.routes = [...this.routes.filter((known) => !fresh.some(({ id }) => id === known.id)), ...fresh];
      for (const route of fresh) if (!route.linked) await this.#save(route);
      this.#report({ name, added: mine.map(({ id }) => IMPORTED_PREFIX + id), issues, more, source });
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.#report({ name, added: [], issues: [error.issue], more: 0, source: null });
    }
  }

  #convert(
    job: { source: Source; repair?: Repair | undefined },
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<ImportResult> {
    return this.#ports!.convert(job, { signal: this.#stop.signal, onProgress });
  }

  #report(report: Omit<Report, 'n'>): void {
    this.reports = [...this.reports, { ...report, n: ++this.#reports }];
  }

  clearReports(): void {
    this.reports = [];
  }

  async #save(route: Mine): Promise<void> {
    await this.#stored(() => this.#ports!.store.put(toStored(route, route.added)));
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

  #replace(route: Mine): void {
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
    if (!route.linked) await this.#stored(() => this.#ports!.store.remove(route.id));
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
    for (const { key } of this.broken) await this.#stored(() => this.#ports!.store.remove(key));
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
    const mine: Mine = { ...route, id: before?.id ?? route.id, name, linked: false, added: before?.added ?? this.#ports!.now() };
    this.routes = [...this.routes.filter(({ id }) => id !== mine.id), mine].sort((a, b) => a.added - b.added);
    this.edit(null);
    await this.#save(mine);
    return IMPORTED_PREFIX + mine.id;
  }
}

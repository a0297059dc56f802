import { AtlasError } from '../../../core/dataset/errors.ts';
import type { GivenFile } from '../../../core/import/group-files.ts';
import type { Failures } from '../../state/failures.svelte.ts';
import type { FileSummary, ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import type { DeskCall } from '../../../core/shipments/view/desk-server.ts';
import type { OpenPlace } from '../../../core/shipments/view/open-places.ts';
import type { Replay } from '../../../core/shipments/view/replay.ts';
import type { ShipmentRow } from '../../../core/shipments/view/row.ts';
import type { PickedPlace, ReadPlaces } from '../../../core/shipments/view/picked-places.ts';
import type { AskOptions, DeskClient, Reading, ShipmentDependencies } from './dependencies.ts';
import { isPlacesList } from './is-places-list.ts';
import { buildMapData, findShipmentsAt, locateAt, type ShipmentMapData } from './map-data.ts';
import { RowStore } from './row-store.ts';
import { Feeds } from './feeds.svelte.ts';
import { ShipmentList } from './shipment-list.svelte.ts';

const HOUR = 3_600_000;

/** Shipments that the reader follows. All of it is held in memory until it is cleared or the page is closed. */
export class Shipments {
  readonly #lent: ShipmentDependencies | null;
  readonly #failures: Failures;
  #desk: DeskClient | null = null;
  #numbers = 0;
  #stop = new AbortController();
  readonly #rows = new RowStore();
  /** Drops of several files that are being read. */
  #drops = 0;

  files: readonly FileSummary[] = $state.raw([]);
  rows: readonly ShipmentRow[] = $state.raw([]);
  reading: Reading | null = $state.raw(null);
  open: readonly OpenPlace[] = $state.raw([]);
  /** What files call places, and the nodes that the reader chose for them. */
  picked: readonly PickedPlace[] = $state.raw([]);
  /** What came of the list of picked places that was read last. */
  placesRead: (ReadPlaces & { name: string }) | null = $state.raw(null);
  /** The reader asked for the picked places to be kept in this browser. */
  remembers = $state(false);
  selected: string | null = $state(null);
  detail: ShipmentDetail | null = $state.raw(null);
  replay: Replay | null = $state.raw(null);
  /** Milliseconds since 1970 that the replay shows; null for the newest state. */
  time: number | null = $state(null);
  cleared = $state(false);
  /** A number that the reader looks for and that no file has had so far. */
  wanted: string | null = $state(null);
  readonly list: ShipmentList;
  readonly feeds: Feeds;

  /** Where each shipment is at the time of the replay, by its key; null without a replay. */
  readonly placesAt = $derived.by(() => {
    return this.replay && this.time !== null ? locateAt(this.replay, this.time) : null;
  });

  /** What the map shows; null where there are no shipments. */
  buildMap(formatCount: (count: number) => string): ShipmentMapData | null {
    return this.rows.length === 0 ? null : buildMapData(this, this.list.found, formatCount);
  }

  /** Lists the shipments of a count on the map, or opens the page of a single one; false where the pick is of something else. */
  pickOnMap(id: string): boolean {
    const found = findShipmentsAt(id, this.list.found, this.placesAt);
    if (!found) return false;
    const [first, ...others] = found.rows;
    if (others.length > 0) this.list.spot = found.spot;
    void this.select(others.length > 0 ? null : (first?.key ?? null));
    return true;
  }

  constructor(page: ShipmentDependencies | undefined, failures: Failures) {
    this.#lent = page ?? null;
    this.#failures = failures;
    this.list = new ShipmentList(() => this.rows);
    this.feeds = new Feeds(this.#lent, (n, { name, bytes }) => this.#add(n, name, bytes, this.#page.now()));
  }

  get #page(): ShipmentDependencies {
    if (!this.#lent) throw new Error('This page lends nothing to shipments.');
    return this.#lent;
  }

  /** False where the page lends nothing, such as in a test. */
  get isPossible(): boolean {
    return this.#lent !== null;
  }

  get isEmpty(): boolean {
    return this.files.length === 0 && this.feeds.list.length === 0 && this.placesRead === null;
  }

  async #open(): Promise<DeskClient> {
    if (this.#desk) return this.#desk;
    const desk = this.#page.openDesk();
    this.#desk = desk;
    this.cleared = false;
    const remembered = this.#page.places.load();
    if (remembered.length > 0) {
      this.picked = remembered;
      this.remembers = true;
      await desk.ask({ type: 'pick', picked: remembered });
    }
    return desk;
  }

  async addFiles(files: readonly GivenFile[]): Promise<void> {
    const { signal } = this.#stop;
    this.#drops++;
    try {
      for (const file of files) {
        // Called off: the others are not wanted either.
        if (signal.aborted) return;
        this.reading = { name: file.name, done: 0, all: 0 };
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (signal.aborted) return;
        if (isPlacesList(bytes)) await this.addPlaces(file.name, bytes);
        else await this.#add(++this.#numbers, file.name, bytes);
      }
    } finally {
      this.#drops--;
      if (this.#drops === 0) this.reading = null;
      await this.#settle();
    }
  }

  /** Takes over the places of a list that was downloaded before, and reads all files again by them. */
  async addPlaces(name: string, bytes: Uint8Array): Promise<void> {
    await this.#attempt(name, async (desk, options) => {
      const read = (await desk.ask({ type: 'readPlaces', bytes }, options)) as ReadPlaces;
      this.placesRead = { name, ...read };
      const others = this.picked.filter(([known]) => !read.picked.some(([text]) => text === known));
      this.picked = [...others, ...read.picked];
      this.#keepPlaces();
      await desk.ask({ type: 'pick', picked: [...this.picked] }, options);
    });
  }

  addText(name: string, text: string): Promise<void> {
    return this.#add(++this.#numbers, name, new TextEncoder().encode(text));
  }

  follow(address: string, minutes: number): Promise<void> {
    return this.feeds.follow(++this.#numbers, address.trim(), minutes);
  }

  /** Stops what is being read; what was read before stays. */
  cancel(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.reading = null;
  }

  async #add(n: number, name: string, bytes: Uint8Array, until?: number): Promise<void> {
    this.reading = { name, done: 0, all: 0 };
    await this.#read({ type: 'add', source: { n, name, bytes, ...(until !== undefined && { until }) } }, name);
  }

  #read(call: DeskCall, name: string): Promise<void> {
    return this.#attempt(name, (desk, options) => desk.ask(call, options));
  }

  /** Works at the desk under the name of what is read; what cannot be had is told of and can be tried again. */
  async #attempt(name: string, work: (desk: DeskClient, options: AskOptions) => Promise<unknown>): Promise<void> {
    const { signal } = this.#stop;
    const options: AskOptions = {
      signal,
      onProgress: (step) => {
        if (!signal.aborted) this.reading = { name, ...step };
      },
      onFile: (summary, rows) => this.#take(summary, rows),
    };
    try {
      const desk = await this.#open();
      signal.throwIfAborted();
      await work(desk, options);
      await this.#settle();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof AtlasError)) throw error;
      // Without its data the desk has not heard of the remembered places either.
      if (this.files.length === 0) this.#closeDesk();
      this.#failures.report('shipments', error, () => void this.#attempt(name, work));
    } finally {
      if (!signal.aborted && this.#drops === 0) this.reading = null;
    }
  }

  /** Shows all that was read, once for all files of a drop. */
  async #settle(): Promise<void> {
    if (this.#drops > 0 || !this.#desk) return;
    this.#joinRows();
    this.open = (await this.#desk.ask({ type: 'openPlaces' })) as OpenPlace[];
    await this.#refresh();
  }

  #take(summary: FileSummary, rows: ShipmentRow[]): void {
    this.#rows.set(summary.n, rows);
    const isKnown = this.files.some(({ n }) => n === summary.n);
    this.files = isKnown ? this.files.map((one) => (one.n === summary.n ? summary : one)) : [...this.files, summary];
    const isWanted = rows.some(({ id }) => id === this.wanted);
    if (this.#drops === 0 || isWanted || this.#rows.hasDoubled) this.#joinRows();
    if (isWanted) void this.find(this.wanted!);
  }

  #joinRows(): void {
    this.rows = this.#rows.join(this.files);
  }

  /** What was shown of a shipment, and the replay, are of the files as they were. */
  async #refresh(): Promise<void> {
    if (this.selected !== null) await this.select(this.rows.some(({ key }) => key === this.selected) ? this.selected : null);
    if (this.time === null) this.replay = null;
    else this.replay = (await this.#desk?.ask({ type: 'replay' })) as Replay;
  }

  async select(key: string | null): Promise<void> {
    this.selected = key;
    if (key === null) this.detail = null;
    else {
      const detail = (await this.#desk?.ask({ type: 'describe', key })) as ShipmentDetail | null;
      if (this.selected === key) this.detail = detail;
    }
  }

  /** Opens the shipment of a number; where no file has it so far, as soon as one does. */
  async find(id: string): Promise<void> {
    const [newest] = this.rows.filter((row) => row.id === id).sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity));
    this.wanted = newest ? null : id;
    await this.select(newest?.key ?? null);
  }

  /** Starts the replay at the newest report; the times of all shipments are fetched only now. */
  async startReplay(): Promise<void> {
    this.replay ??= (await this.#desk?.ask({ type: 'replay' })) as Replay;
    const { at } = this.replay;
    const [first = 0, last = 0] = [at[0], at.at(-1)];
    this.time = first === last ? null : Math.ceil(last / HOUR) * HOUR;
  }

  /** Takes a node for what files call a place, in all rows of that text; null takes the choice back. */
  async pick(text: string, node: string | null): Promise<void> {
    const others = this.picked.filter(([known]) => known !== text);
    this.picked = node === null ? others : [...others, [text, node]];
    this.#keepPlaces();
    await this.#read({ type: 'pick', picked: [...this.picked] }, text);
  }

  remember(wanted: boolean): void {
    this.remembers = wanted;
    this.#keepPlaces();
  }

  #keepPlaces(): void {
    this.#page.places.save(this.remembers && this.picked.length > 0 ? [...this.picked] : null);
  }

  /** Sets the time of the replay; null ends it. */
  showTime(time: number | null): void {
    this.time = time;
  }

  now(): number {
    return this.#page.now();
  }

  async write(format: 'csv' | 'geojson', keys: string[]): Promise<string> {
    return String(await this.#desk?.ask({ type: format, keys }));
  }

  removeFile(n: number): void {
    this.feeds.remove(n);
    this.#rows.remove(n);
    this.files = this.files.filter((file) => file.n !== n);
    this.#joinRows();
    void this.#desk?.ask({ type: 'remove', n }).then(() => this.#settle());
  }

  #closeDesk(): void {
    this.#desk?.close();
    this.#desk = null;
  }

  /** Forgets all of it: files, addresses, and the places that this browser was asked to remember. */
  clear(): void {
    this.cancel();
    this.feeds.clear();
    this.#closeDesk();
    this.#rows.clear();
    this.list.reset();
    [this.files, this.rows, this.open, this.picked] = [[], [], [], []];
    [this.selected, this.detail, this.replay, this.time] = [null, null, null, null];
    [this.placesRead, this.wanted, this.remembers] = [null, null, false];
    this.#page.places.save(null);
    this.cleared = true;
  }
}

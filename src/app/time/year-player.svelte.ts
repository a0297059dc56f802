/** Milliseconds that each year of change stays, so that its lines can be looked at. */
const STAY = 900;
/** The same for readers who asked for less motion. */
const STAY_LONG = 1800;

interface PlayerOptions {
  /** Years of change, the earliest first. */
  getYears(): readonly number[];
  /** Null: today. */
  getYear(): number | null;
  setYear(year: number): void;
  reducedMotion: boolean;
}

/** Goes through the years in which something changes, one at a time, from the set year or from the first one on. */
export class YearPlayer {
  readonly #options: PlayerOptions;
  #timer: ReturnType<typeof setTimeout> | null = $state.raw(null);

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  readonly isPlaying: boolean = $derived(this.#timer !== null);

  /** The nearest year of change before or after the set one; null where there is none. */
  findNext(by: 1 | -1): number | null {
    const { getYears, getYear } = this.#options;
    const now = getYear() ?? Infinity;
    const years = getYears();
    return (by > 0 ? years.find((year) => year > now) : years.findLast((year) => year < now)) ?? null;
  }

  step(by: 1 | -1): void {
    this.pause();
    const year = this.findNext(by);
    if (year !== null) this.#options.setYear(year);
  }

  play(): void {
    const [first] = this.#options.getYears();
    if (first === undefined) return;
    const next = this.findNext(1);
    this.#options.setYear(next ?? first);
    this.#wait();
  }

  pause(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #wait(): void {
    this.#timer = setTimeout(
      () => {
        const year = this.findNext(1);
        if (year === null) this.pause();
        else {
          this.#options.setYear(year);
          this.#wait();
        }
      },
      this.#options.reducedMotion ? STAY_LONG : STAY,
    );
  }
}

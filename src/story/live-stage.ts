/** The live map in the stage of a story: the embed page in its element, fetched when a reader asks for it. */
import type { CorridorMapElement } from '../../static/corridor-map.d.ts';

/** A view as the attributes of a chapter have it. */
type View = DOMStringMap;

export class LiveStage {
  readonly #place: HTMLElement;
  readonly #button: HTMLElement;
  readonly #root: string;
  #map: CorridorMapElement | null = null;
  #isReady = false;
  #view: View = {};

  /**
   * @param place where the map goes, over the pictures
   * @param button turns it on and off
   * @param root from the page to the root of the site
   */
  constructor(place: HTMLElement, button: HTMLElement, root: string) {
    this.#place = place;
    this.#button = button;
    this.#root = root;
    button.addEventListener('click', () => void this.toggle());
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** A chapter with a chart, or with a comparison, keeps its picture in sight. */
  show(view: View): void {
    this.#view = view;
    this.#place.classList.toggle('live', this.#isReady && !('still' in view));
    if (this.#isReady && this.#map && !('still' in view)) void tellMap(this.#map, view);
  }

  /** Fetches the map and shows it, or takes it away again. */
  async toggle(): Promise<void> {
    const isOn = this.#map === null;
    this.#button.setAttribute('aria-pressed', String(isOn));
    if (!isOn) return this.#remove();
    await import(/* @vite-ignore */ new URL(`${this.#root}corridor-map.js`, document.baseURI).href);
    const map = document.createElement<'corridor-map'>('corridor-map');
    map.setAttribute('lang', document.documentElement.lang);
    map.setAttribute('controls', 'zoom');
    map.setAttribute('activate', 'load');
    // Inside a sandboxed frame its page has no origin either.
    if (origin === 'null') map.setAttribute('sandbox', 'allow-scripts');
    const { theme } = document.documentElement.dataset;
    if (theme !== undefined) map.setAttribute('theme', theme);
    map.addEventListener('corridor-map:ready', () => {
      this.#isReady = true;
      this.show(this.#view);
    });
    this.#map = map;
    this.#place.append(map);
  }

  #remove(): void {
    this.#map?.remove();
    this.#map = null;
    this.#isReady = false;
    this.#place.classList.remove('live');
  }
}

/** Moves the map to a view. A step that fails leaves the map where it is, and the next chapter tells it anew. */
async function tellMap(map: CorridorMapElement, { select, routes, year, bounds }: View): Promise<void> {
  const steps = [
    () => map.setYear(year === undefined ? null : Number(year)),
    () => map.setRoutes(routes?.split(',') ?? []),
    () => map.select(select ?? null),
    () => {
      const [west = 0, south = 0, east = 0, north = 0] = bounds?.split(',').map(Number) ?? [];
      return bounds === undefined ? map.fit(select) : map.fit([west, south, east, north]);
    },
  ];
  for (const step of steps) await step().catch(() => undefined);
}

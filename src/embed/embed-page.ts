/**
 * An embed as a state machine: the picture stands (`idle`) until a live map is asked for and in view, is fetched (`loading`), and
 * takes its place (`live`). Out of view the map gives its WebGL context back (`idle`); where it cannot be had or breaks, the picture
 * stays (`lost`). Knows no document: see `EmbedView`.
 */
import { type Envelope, type Incoming, listNamedIds } from '../core/embed/protocol.ts';
import type { Theme } from '../core/style/palette.ts';
import type { Bridge } from './host/bridge.ts';
import { writeOpenHref } from './open-href.ts';
import { describeState, type EmbedState, getWrittenKey, isMixedPage } from './state.ts';
import type { Visibility, PageView, ShipmentText, EmbedMap, EmbedPageDependencies } from './embed-page-dependencies.ts';

type Activity =
  | { name: 'idle' }
  | { name: 'loading'; done: Promise<void> }
  | { name: 'live'; map: EmbedMap }
  | { name: 'lost'; canRetry: boolean };

export class EmbedPage {
  readonly #dependencies: EmbedPageDependencies;
  readonly #bridge: Bridge | null;
  #state: EmbedState;
  #activity: Activity = { name: 'idle' };
  /** The page that the document shows as the build wrote it; null for one that was drawn here. */
  #written: string | null;
  /** The reader, the host page or the address want a live map. */
  #isWanted: boolean;
  #isInView = false;
  #lastHeight = 0;
  #shipment: ShipmentText | null = null;

  constructor(state: EmbedState, dependencies: EmbedPageDependencies) {
    const { config, view, written, connect } = dependencies;
    this.#dependencies = dependencies;
    this.#state = state;
    this.#written = getWrittenKey(written);
    this.#isWanted = config.activate !== 'click';
    view.applyTheme(state.theme);
    this.#bridge = connect((command) => this.#answer(command));
  }

  get activity(): Activity['name'] {
    return this.#activity.name;
  }

  get #map(): EmbedMap | null {
    return this.#activity.name === 'live' ? this.#activity.map : null;
  }

  get #view(): PageView {
    return this.#dependencies.view;
  }

  /** Brings the page to its state and tells the host page that it is ready. */
  async start(): Promise<void> {
    await this.#rewrite();
    this.#bridge?.send('ready', { version: 1, state: describeState(this.#state, this.#map !== null) });
    const { compare } = this.#state;
    if (compare.length > 0) this.#bridge?.send('compare', { compare: [...compare] });
  }

  setTheme(theme: Theme): void {
    this.#state = { ...this.#state, theme };
    this.#view.applyTheme(theme);
    this.#map?.show(this.#state);
  }

  #getOpenHref(): string {
    const { root, config } = this.#dependencies;
    return writeOpenHref(root, this.#state, config);
  }

  /** Writes the page of the state; where that cannot be had it stays as it is. */
  async #rewrite(): Promise<void> {
    const wasLive = this.#map !== null;
    this.#deactivate();
    const state = this.#state;
    const key = isMixedPage(state) ? null : getWrittenKey(state);
    if (key === null || key !== this.#written) {
      try {
        const html = await this.#dependencies.loadMain(state, this.#getOpenHref());
        this.#view.replaceMain(html, state.lang);
        this.#written = key;
      } catch (error) {
        console.warn(error);
      }
    }
    this.#view.setOpenHref(this.#getOpenHref());
    this.#view.showExplore(this.#canStart() && this.#dependencies.config.activate === 'click');
    this.#view.bind({
      onExplore: () => {
        this.#isWanted = true;
        void this.#activate();
      },
      onVisibility: (visibility) => this.#setVisibility(visibility),
      onHeight: (height, least) => this.#sendHeight(height, least),
    });
    if (wasLive) await this.#activate();
    if (this.#shipment) await this.#showShipment();
  }

  #setVisibility(visibility: Visibility): void {
    this.#isInView = visibility !== 'none';
    if (!this.#isInView) this.#deactivate();
    else if (this.#isWanted && (visibility === 'half' || this.#dependencies.config.activate !== 'visible')) void this.#activate();
  }

  #sendHeight(height: number, least: number): void {
    if (height === this.#lastHeight || height === 0) return;
    this.#lastHeight = height;
    this.#bridge?.send('height', { height, least });
  }

  #canStart(): boolean {
    return this.#activity.name !== 'lost' || this.#activity.canRetry;
  }

  /** Starts the live map, once for all who ask at the same time. */
  async #activate(): Promise<void> {
    const activity = this.#activity;
    if (activity.name === 'loading') return activity.done;
    const { container } = this.#view;
    if (activity.name === 'live' || !this.#canStart() || !this.#isInView || !container) return;
    const done = Promise.resolve().then(() => this.#load(container));
    this.#activity = { name: 'loading', done };
    this.#view.showExplore(false);
    await done;
  }

  async #load(container: HTMLElement): Promise<void> {
    const { startMap, isUnsupported, onDrawn } = this.#dependencies;
    const view = this.#view;
    view.showContainer(true);
    try {
      const map = await startMap(this.#state, container, {
        theme: this.#state.theme,
        camera: isMixedPage(this.#state) ? null : view.findPictureCamera(),
        onSelect: (id) => this.#select(id),
        onMove: (camera) => {
          this.#state = { ...this.#state, camera };
          view.setOpenHref(this.#getOpenHref());
          this.#bridge?.send('view', { ...camera });
        },
        onLive: () => {
          view.markDrawn();
          onDrawn();
        },
        onLost: (error) => {
          console.warn(error);
          this.#lose('noMap');
        },
      });
      // Lost before it was there.
      if (this.#activity.name !== 'loading') return map.remove();
      this.#activity = { name: 'live', map };
      // It may have gone out of view, have been written again, or show something else meanwhile.
      if (!this.#isInView || container !== view.container) this.#deactivate();
      else {
        map.show(this.#state);
        if (this.#shipment) void this.#showShipment();
      }
    } catch (error) {
      console.warn(error);
      this.#lose(isUnsupported(error) ? 'noWebgl' : 'noMap');
    }
  }

  /** Gives the WebGL context back; the picture stands there again. */
  #deactivate(): void {
    if (this.#activity.name !== 'live') return;
    this.#activity.map.remove();
    this.#activity = { name: 'idle' };
    this.#view.showContainer(false);
  }

  #lose(problem: 'noWebgl' | 'noMap'): void {
    this.#deactivate();
    const canRetry = problem === 'noMap';
    this.#activity = { name: 'lost', canRetry };
    this.#view.showContainer(false);
    this.#view.announceProblem(problem);
    this.#view.showExplore(canRetry);
    this.#bridge?.send('error', { code: canRetry ? 'no-map' : 'no-webgl' });
  }

  /** @param known its name, where that has been looked up */
  #select(id: string | null, known?: string | null): void {
    this.#state = { ...this.#state, select: id };
    const map = this.#map;
    map?.show(this.#state);
    this.#view.setOpenHref(this.#getOpenHref());
    const name = id === null ? null : (map?.getName(id) ?? known ?? id);
    this.#view.announce(name === null ? '' : (map?.translator.t('embed.selected', { name }) ?? name));
    this.#bridge?.send('select', { id, name });
  }

  /** @returns what the host page is told of it */
  async #showShipment(): Promise<Envelope['payload']> {
    const shipment = this.#shipment;
    try {
      const shown = shipment && (await this.#dependencies.followShipments(this.#state, shipment));
      // Another one may have come meanwhile.
      if (shipment !== this.#shipment) return {};
      this.#view.showShipments(shown?.html ?? '');
      this.#map?.setOverlay(shown?.overlay ?? null);
      if (shown?.bounds) await this.#map?.fit(shown.bounds);
      return shown?.report ?? { shipments: [] };
    } catch (error) {
      console.warn(error);
      return { code: 'no-data' };
    }
  }

  async #answer(command: Incoming): Promise<Envelope['payload']> {
    const ids = listNamedIds(command);
    const names = ids.length > 0 ? await this.#dependencies.loadNames(ids, this.#state.lang) : null;
    const unknown = ids.filter((_, i) => names?.[i] === null);
    if (unknown.length > 0) return { ok: false, error: { code: 'unknown-id', ids: unknown } };
    switch (command.type) {
      case 'select':
        this.#isWanted ||= command.select !== null;
        if (this.#isWanted) await this.#activate();
        this.#select(command.select, names?.[0]);
        if (command.select !== null) await this.#map?.fit(command.select);
        break;
      case 'fit':
        this.#isWanted = true;
        await this.#activate();
        await this.#map?.fit(command.fit);
        break;
      case 'setRoutes':
        this.#state = { ...this.#state, routes: command.routes, corridors: command.corridors, camera: null };
        await this.#rewrite();
        break;
      case 'setLang':
        this.#state = { ...this.#state, lang: command.lang };
        await this.#rewrite();
        break;
      case 'setYear':
        this.#state = { ...this.#state, year: command.year };
        await this.#rewrite();
        break;
      case 'setShipment':
        this.#shipment = command.shipment;
        this.#isWanted ||= command.shipment !== null;
        await this.#activate();
        this.#bridge?.send('shipment', await this.#showShipment());
        break;
      default:
        break;
    }
    return { ok: true, state: describeState(this.#state, this.#map !== null) };
  }
}

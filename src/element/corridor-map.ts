/**
 * `<corridor-map>`: the embed page in an iframe, for pages of others.
 *
 * Attributes: `feature` (a corridor, route or area with a page of its own), the names of the embed page's address (`routes`,
 * `corridors`, `select`, `places`, `compare`, `lang`, `theme`, `controls`, `story`, `year`, `hide-mode`, `hide-status`, `activate`), `chapter` (of the story), `view` ("zoom/lat/lon"),
 * `src` (the product's folder, where it is not the script's), `frame-title` and `sandbox` (as on an iframe).
 */
import type { CorridorMapAnswer, CorridorMapElement } from '../../static/corridor-map.d.ts';
import { readLeastHeight } from './frame-heights.ts';
import { findHostTheme, watchHostTheme } from './host-theme.ts';
import { type LinkedChapters, linkChapters } from './linked-chapters.ts';
import { type LinkedElements, linkElements } from './linked-elements.ts';
import { Conversation } from './conversation.ts';
import { NAMES, writeFrameAddress } from './frame-address.ts';

type Row = Record<string, unknown>;

const LIVE: Record<string, (value: string | null) => [type: string, payload: Row]> = {
  select: (id) => ['select', { id: id || null }],
  chapter: (id) => ['setChapter', { id: id || null }],
  lang: (lang) => ['setLang', { lang }],
  year: (year) => ['setYear', { year: year ? Number(year) : null }],
};
/** What these change has a view of its own. */
const MOVING = ['feature', 'routes', 'corridors', 'compare', 'select', 'places'];
const EVENTS = ['ready', 'select', 'view', 'compare', 'chapter', 'shipment', 'error'];

// The space is kept from the start, so that nothing below jumps; a height or shape of the page's style sheet goes before it.
const STYLE = `:host{display:block;position:relative;overflow:hidden}:host([hidden]){display:none}
.space{box-sizing:border-box;padding-top:max(590px,56.25% + 120px)}
iframe{position:absolute;inset:0;width:100%;height:100%;border:0;visibility:hidden}
iframe.ready{visibility:visible}
slot{display:block;position:absolute;inset:0 0 auto}
iframe.ready~slot{display:none}`;

/** On a server there are no elements; the module can be loaded there all the same. */
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as unknown as typeof HTMLElement);

export class CorridorMap extends Base implements CorridorMapElement {
  /** Folder of the script, with a slash at its end. */
  static here = '';
  static observedAttributes = [...NAMES, 'feature', 'chapter', 'view', 'src', 'frame-title', 'sandbox'];

  #frame: HTMLIFrameElement | null = null;
  #links: LinkedElements | null = null;
  #chapters: LinkedChapters | null = null;
  #hostTheme: 'dark' | null = null;
  #stopWatching = (): void => {};
  #isDrawScheduled = false;
  /** What methods and the reader have changed since the attribute of that name was set: a new frame shows it, too. */
  readonly #kept = new Map<string, string>();
  readonly #space = typeof document === 'undefined' ? null : document.createElement('div');
  readonly #conversation = new Conversation();

  connectedCallback(): void {
    if (!this.shadowRoot && this.#space) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      this.#space.className = 'space';
      shadow.append(this.#space, document.createElement('slot'));
    }
    addEventListener('message', this.#onMessage);
    this.#link();
    this.#hostTheme = findHostTheme(this);
    this.#stopWatching = watchHostTheme(() => this.#followHost());
    this.#draw();
  }

  /** `moveBefore` takes the frame along as it is: only those that belong to the map may be others. */
  connectedMoveCallback(): void {
    this.#link();
    this.#followHost();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#onMessage);
    this.#stopWatching();
    this.#links?.stop();
    this.#chapters?.stop();
    this.#frame?.remove();
    this.#frame = null;
    this.#conversation.close();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#frame || before === after) return;
    this.#kept.delete(name);
    if (name === 'feature' || name === 'story') this.#kept.clear();
    if (MOVING.includes(name)) this.#kept.delete('view');
    if (name === 'frame-title') this.#frame.title = after ?? this.#frame.title;
    else if (LIVE[name] && this.#conversation.isOpen && (name !== 'lang' || after)) this.#tell(...LIVE[name](after));
    else this.#scheduleDraw();
  }

  #link(): void {
    this.#links?.stop();
    this.#links = linkElements(this, (id) => this.#tell('select', { id }));
    this.#chapters?.stop();
    this.#chapters = linkChapters(
      this,
      () => this.getAttribute('story'),
      (id) => this.hasAttribute('story') && this.#tell('setChapter', { id }),
    );
  }

  /** A theme that the attribute names stays, whatever the page around it does. */
  #followHost(): void {
    const before = this.#read('theme');
    this.#hostTheme = findHostTheme(this);
    if (this.#read('theme') !== before) this.#scheduleDraw();
  }

  /** What the frame's address says of a name. */
  #read(name: string): string | null {
    const value = this.#kept.get(name) ?? this.getAttribute(name);
    return name === 'theme' && (value ?? 'auto') === 'auto' ? (this.#hostTheme ?? value) : value;
  }

  /** Several attributes that change at once make one new page. */
  #scheduleDraw(): void {
    if (this.#isDrawScheduled) return;
    this.#isDrawScheduled = true;
    queueMicrotask(() => {
      this.#isDrawScheduled = false;
      if (this.isConnected) this.#draw();
    });
  }

  #draw(): void {
    const sandbox = this.getAttribute('sandbox');
    const url = writeFrameAddress((name) => this.#read(name), {
      folder: new URL(this.getAttribute('src') ?? CorridorMap.here, document.baseURI),
      // A page in a sandbox has none, whatever its address says.
      origin: self.origin,
    });
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('frame-title') ?? this.#frame?.title ?? 'Map';
    frame.loading = 'lazy';
    frame.allowFullscreen = true;
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.src = url.href;
    this.#frame?.remove();
    this.#frame = frame;
    this.#space?.after(frame);
    const hasNoOrigin = sandbox !== null && !sandbox.includes('allow-same-origin');
    this.#conversation.begin(frame, hasNoOrigin ? 'null' : url.origin);
  }

  #onMessage = (event: MessageEvent<unknown>): void => {
    const message = this.#conversation.read(event);
    if (!message) return;
    const { type, payload } = message;
    if (type === 'ready') this.#show(payload);
    if (type === 'height' && this.#space) this.#space.style.minHeight = `${String(readLeastHeight(event.data) ?? 0)}px`;
    if (type === 'select') {
      this.#keep({ select: payload['id'] });
      this.#links?.mark(payload['id']);
    }
    if (type === 'chapter') {
      this.#keep({ chapter: payload['chapter'] });
      this.#chapters?.mark(payload['chapter']);
    }
    if (type === 'view') this.#keep({ view: [payload['zoom'], payload['lat'], payload['lon']].join('/') });
    if (EVENTS.includes(type)) this.#dispatch(type, payload);
  };

  #show({ title }: Row): void {
    this.#frame?.classList.add('ready');
    if (this.#frame && typeof title === 'string' && !this.hasAttribute('frame-title')) this.#frame.title = title;
  }

  #dispatch(type: string, detail: Row): void {
    this.dispatchEvent(new CustomEvent(`corridor-map:${type}`, { detail, bubbles: true, composed: true }));
  }

  #keep(values: Row): void {
    for (const [name, value] of Object.entries(values)) this.#kept.set(name, value === null ? '' : String(value));
  }

  /** Asks without anybody who waits for the answer: an id that there is not becomes an event. */
  #tell(type: string, payload: Row): void {
    this.#conversation.request(type, payload).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error) this.#dispatch('error', { code: error.code, ids: error.cause });
    });
  }

  /** @param kept what a later frame has to show, too */
  async #command(type: string, payload: Row, kept: Row): Promise<CorridorMapAnswer> {
    const answer = await this.#conversation.request(type, payload);
    this.#keep(kept);
    return answer;
  }

  select(id: string | null): Promise<CorridorMapAnswer> {
    return this.#command('select', { id }, { select: id });
  }

  fit(target?: string | readonly [number, number, number, number]): Promise<CorridorMapAnswer> {
    if (target === undefined) return this.#conversation.request('fit', {});
    return this.#conversation.request('fit', typeof target === 'string' ? { id: target } : { bounds: [...target] });
  }

  async setRoutes(routes: readonly string[], corridors: readonly string[] = []): Promise<CorridorMapAnswer> {
    const kept = { routes: routes.join(), corridors: corridors.join() };
    const answer = await this.#command('setRoutes', { routes: [...routes], corridors: [...corridors] }, kept);
    this.#kept.delete('view');
    return answer;
  }

  setLang(lang: string): Promise<CorridorMapAnswer> {
    return this.#command('setLang', { lang }, { lang });
  }

  setYear(year: number | null): Promise<CorridorMapAnswer> {
    return this.#command('setYear', { year }, { year });
  }

  setChapter(id: string | null): Promise<CorridorMapAnswer> {
    return this.#conversation.request('setChapter', { id });
  }

  setShipment(data: unknown, name?: string): Promise<CorridorMapAnswer> {
    const text = data === null || typeof data === 'string' ? data : JSON.stringify(data);
    return this.#conversation.request('setShipment', { text, ...(name !== undefined && { name }) });
  }

  getState(): Promise<CorridorMapAnswer> {
    return this.#conversation.request('getState', {});
  }
}

/**
 * `<corridor-map>`: the embed page in an iframe, for pages of others. Imports nothing, so that one small file is all they load.
 *
 * Attributes: `feature` (a corridor, route or area with a page of its own), the names of the embed page's address (`routes`,
 * `corridors`, `select`, `compare`, `lang`, `theme`, `controls`, `story`, `year`, `activate`), `view` ("zoom/lat/lon"),
 * `src` (the product's folder, where it is not the script's), `frame-title` and `sandbox` (as on an iframe).
 */
import type { CorridorMapAnswer, CorridorMapElement } from '../../static/corridor-map.d.ts';

type Row = Record<string, unknown>;
interface Waiting {
  resolve(payload: CorridorMapAnswer): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

const NAMES = ['routes', 'corridors', 'select', 'compare', 'lang', 'theme', 'controls', 'story', 'year', 'activate'];
const LIVE: Record<string, (value: string | null) => [type: string, payload: Row]> = {
  select: (id) => ['select', { id: id || null }],
  lang: (lang) => ['setLang', { lang }],
  year: (year) => ['setYear', { year: year ? Number(year) : null }],
};
const LINK = 'data-corridor-feature';
const SECONDS = 30;
const HERE = import.meta.url.replace(/[^/]*$/, '');

const STYLE =
  ':host{display:block;min-height:11rem}iframe{display:block;width:100%;height:100%;border:0}slot{display:none}:host([hidden]){display:none}';

const isAnswer = (payload: Row): payload is Row & CorridorMapAnswer =>
  payload['ok'] === true && typeof payload['state'] === 'object' && payload['state'] !== null;

class CorridorMap extends HTMLElement implements CorridorMapElement {
  static observedAttributes = [...NAMES, 'feature', 'view', 'src', 'frame-title', 'sandbox'];

  #frame: HTMLIFrameElement | null = null;
  #origin = '';
  #sent = 0;
  #waiting = new Map<string, Waiting>();
  #isReady = false;
  /** Messages from before the page was ready. */
  #queue: Row[] = [];
  #isDrawScheduled = false;

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(document.createElement('slot'));
    }
    addEventListener('message', this.#onMessage);
    document.addEventListener('click', this.#onClick);
    this.#draw();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#onMessage);
    document.removeEventListener('click', this.#onClick);
    this.#frame?.remove();
    this.#frame = null;
    this.#dropRequests();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.#frame || before === after) return;
    const live = LIVE[name];
    if (live && this.#isReady && (name !== 'lang' || after)) this.#request(...live(after)).catch(() => undefined);
    else this.#scheduleDraw();
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
    const query = new URLSearchParams();
    for (const name of NAMES) {
      const value = this.getAttribute(name);
      if (value !== null) query.set(name, value);
    }
    if (location.origin !== 'null') query.set('origin', location.origin);
    const feature = this.getAttribute('feature');
    const page = feature && /^[\w-]+$/.test(feature) ? `embed/${feature}.html` : 'embed.html';
    const url = new URL(page, new URL(this.getAttribute('src') ?? HERE, document.baseURI));
    url.search = query.toString();
    url.hash = this.getAttribute('view') ?? '';
    const sandbox = this.getAttribute('sandbox');
    this.#origin = sandbox !== null && !sandbox.includes('allow-same-origin') ? 'null' : url.origin;
    this.#dropRequests();
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('frame-title') ?? 'Map';
    frame.loading = 'lazy';
    frame.allowFullscreen = true;
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.src = url.href;
    this.#frame?.remove();
    this.#frame = frame;
    this.shadowRoot?.append(frame);
  }

  /** The frame is gone: what waits for an answer gets an error. */
  #dropRequests(): void {
    this.#isReady = false;
    this.#queue = [];
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new Error('The map went away.'));
    }
    this.#waiting.clear();
  }

  #post(message: Row): void {
    this.#frame?.contentWindow?.postMessage(message, this.#origin === 'null' ? '*' : this.#origin);
  }

  #request(type: string, payload: Row = {}): Promise<CorridorMapAnswer> {
    return new Promise((resolve, reject) => {
      this.#sent += 1;
      const id = `h${String(this.#sent)}`;
      const message = { ns: 'corridor-atlas', v: 1, id, type, payload };
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`The map did not answer ${type}.`));
      }, SECONDS * 1000);
      this.#waiting.set(id, { resolve, reject, timer });
      if (this.#isReady) this.#post(message);
      else this.#queue.push(message);
    });
  }

  #onMessage = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin) return;
    const { ns, v, id, type, payload } = (typeof data === 'object' && data !== null ? data : {}) as Row;
    if (ns !== 'corridor-atlas' || v !== 1 || typeof id !== 'string' || typeof payload !== 'object' || !payload) return;
    const detail = payload as Row;
    const waiting = this.#waiting.get(id);
    if (waiting) {
      clearTimeout(waiting.timer);
      this.#waiting.delete(id);
      if (isAnswer(detail)) waiting.resolve(detail);
      else waiting.reject(new Error('The map gave no answer.'));
      return;
    }
    if (type === 'ready') {
      this.#isReady = true;
      for (const message of this.#queue.splice(0)) this.#post(message);
    }
    if (type === 'height' && typeof detail['height'] === 'number') this.#fit(detail['height']);
    if (type === 'select') this.#mark(detail['id']);
    if (['ready', 'select', 'view', 'compare', 'shipment', 'error'].includes(String(type))) {
      this.dispatchEvent(new CustomEvent(`corridor-map:${String(type)}`, { detail, bubbles: true, composed: true }));
    }
  };

  /** As high as the content asks for, unless the page has given a height or a shape. */
  #fit(height: number): void {
    const { style } = this;
    if (style.height || style.aspectRatio || this.hasAttribute('height')) return;
    this.#frame?.style.setProperty('height', `${String(Math.min(Math.max(height, 120), 4000))}px`);
  }

  #findLinked(): Element[] {
    const named = this.id ? document.querySelectorAll(`[${LINK}][data-corridor-map="${CSS.escape(this.id)}"]`) : [];
    return [...document.querySelectorAll(`[${LINK}]:not([data-corridor-map])`), ...named];
  }

  #mark(id: unknown): void {
    for (const element of this.#findLinked()) {
      if (element.getAttribute(LINK) === id) element.setAttribute('aria-current', 'true');
      else element.removeAttribute('aria-current');
    }
  }

  #onClick = (event: Event): void => {
    const element = event.target instanceof Element ? event.target.closest(`[${LINK}]`) : null;
    const id = element?.getAttribute(LINK);
    if (!element || !id || !this.#findLinked().includes(element)) return;
    if (element.localName === 'a') event.preventDefault();
    this.select(id).catch(() => undefined);
  };

  select(id: string | null): Promise<CorridorMapAnswer> {
    return this.#request('select', { id });
  }

  fit(target?: string | readonly [number, number, number, number]): Promise<CorridorMapAnswer> {
    return this.#request(
      'fit',
      target === undefined ? {} : typeof target === 'string' ? { id: target } : { bounds: [...target] },
    );
  }

  setRoutes(routes: readonly string[], corridors: readonly string[] = []): Promise<CorridorMapAnswer> {
    return this.#request('setRoutes', { routes: [...routes], corridors: [...corridors] });
  }

  setLang(lang: string): Promise<CorridorMapAnswer> {
    return this.#request('setLang', { lang });
  }

  setYear(year: number | null): Promise<CorridorMapAnswer> {
    return this.#request('setYear', { year });
  }

  setShipment(data: unknown, name?: string): Promise<CorridorMapAnswer> {
    const text = data === null || typeof data === 'string' ? data : JSON.stringify(data);
    return this.#request('setShipment', { text, ...(name !== undefined && { name }) });
  }

  getState(): Promise<CorridorMapAnswer> {
    return this.#request('getState');
  }
}

if (!customElements.get('corridor-map')) customElements.define('corridor-map', CorridorMap);

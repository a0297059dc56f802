/** The host page's side of the messages with the embed page in one frame. */
import type { CorridorMapAnswer } from '../../static/corridor-map.d.ts';

type Row = Record<string, unknown>;

interface Waiting {
  resolve(payload: CorridorMapAnswer): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

const SECONDS = 30;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const isAnswer = (payload: Row): payload is Row & CorridorMapAnswer => payload['ok'] === true && isRow(payload['state']);

/** What the page said is wrong with a request. */
function createRefusal(payload: Row): Error {
  const { code, ids } = isRow(payload['error']) ? payload['error'] : {};
  if (code !== 'unknown-id' || !Array.isArray(ids)) return new Error('The map gave no answer.');
  return Object.assign(new Error(`The map knows nothing called ${ids.join(', ')}.`, { cause: ids }), { code });
}

export class Conversation {
  #frame: HTMLIFrameElement | null = null;
  #origin = '';
  #sent = 0;
  #isOpen = false;
  readonly #waiting = new Map<string, Waiting>();
  /** Messages from before the page was ready. */
  #queue: Row[] = [];

  /** True once the page is ready. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** @param origin that of the page, `null` where its sandbox leaves it none */
  begin(frame: HTMLIFrameElement, origin: string): void {
    this.close();
    this.#frame = frame;
    this.#origin = origin;
  }

  /** The frame is gone: what waits for an answer gets an error. */
  close(): void {
    this.#frame = null;
    this.#isOpen = false;
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

  /** Rejects where there is no answer, or an answer that refuses: then the error has a `code` and its `cause`. */
  request(type: string, payload: Row): Promise<CorridorMapAnswer> {
    return new Promise((resolve, reject) => {
      this.#sent += 1;
      const id = `h${String(this.#sent)}`;
      const message = { ns: 'corridor-atlas', v: 1, id, type, payload };
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`The map did not answer ${type}.`));
      }, SECONDS * 1000);
      this.#waiting.set(id, { resolve, reject, timer });
      if (this.#isOpen) this.#post(message);
      else this.#queue.push(message);
    });
  }

  /** What the page says of itself; null for an answer, which goes to who waits for it, and for messages of others. */
  read({ data, origin, source }: MessageEvent<unknown>): { type: string; payload: Row } | null {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin || !isRow(data)) return null;
    const { ns, v, id, type, payload } = data;
    if (ns !== 'corridor-atlas' || v !== 1 || typeof id !== 'string' || typeof type !== 'string' || !isRow(payload)) return null;
    const waiting = this.#waiting.get(id);
    if (waiting) {
      clearTimeout(waiting.timer);
      this.#waiting.delete(id);
      if (isAnswer(payload)) waiting.resolve(payload);
      else waiting.reject(createRefusal(payload));
      return null;
    }
    if (type === 'ready') {
      this.#isOpen = true;
      for (const message of this.#queue.splice(0)) this.#post(message);
    }
    return { type, payload };
  }
}

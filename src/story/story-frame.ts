/** A story in a frame of others: goes through its chapters in one place, and talks with the page round it. */
import type { Lang } from '../core/dataset/enums.ts';
import { type EmbedConfig, NO_ORIGIN } from '../core/embed/embed-url.ts';
import type { Envelope, Incoming, Outgoing } from '../core/embed/protocol.ts';
import { getEmbedPath, getStoryKey } from '../core/url/paths.ts';
import { fillNote } from './note.ts';
import { Story } from './story.ts';

type Payload = Envelope['payload'];

export interface FrameHost {
  /** Opens the conversation with the page round the frame; `origin` null for any. */
  connect(
    origin: string | null,
    answer: (command: Incoming) => Promise<Payload>,
  ): { send(type: Outgoing, payload: Payload): void };
  onHeight(height: number): void;
}

/** What a map in a frame is asked for, and a story has not. */
const WITHOUT_MAP = {
  page: null,
  routes: [],
  corridors: [],
  compare: [],
  select: null,
  places: [],
  hiddenModes: [],
  hiddenStatuses: [],
  year: null,
  camera: null,
};

export class StoryFrame {
  readonly #config: EmbedConfig;
  readonly #send: (type: Outgoing, payload: Payload) => void;
  readonly #story: Story | null;
  readonly #root: string;
  #isReady = false;

  constructor(config: EmbedConfig, { connect, onHeight }: FrameHost) {
    this.#config = config;
    const chapters = document.querySelector<HTMLElement>('.chapters');
    this.#root = chapters?.dataset['root'] ?? '';
    this.#story = chapters && new Story(chapters, { isStepped: true, onChapter: () => this.#tellChapter() });
    const isAlone = window.parent === window || config.origin === NO_ORIGIN;
    const bridge = isAlone ? null : connect(config.origin, (command) => this.#answer(command));
    this.#send = (type, payload) => bridge?.send(type, payload);
    new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      this.#send('height', { height, least: height });
      onHeight(height);
    }).observe(document.body);
  }

  start(): void {
    const { theme, controls, activate } = this.#config;
    const { dataset } = document.documentElement;
    if (theme !== 'auto') dataset['theme'] = theme;
    dataset['controls'] = controls.join(' ');
    this.#story?.start();
    this.#send('ready', { version: 1, title: document.title, state: this.#describe() });
    this.#isReady = true;
    this.#tellChapter();
    if (activate === 'load') void this.#story?.live.toggle();
    if (activate === 'visible') this.#goLiveWhenSeen();
  }

  /** That there is no story of an id. */
  refuse(id: string): void {
    fillNote(document, id);
    this.#send('error', { code: 'unknown-id', ids: [id] });
  }

  #goLiveWhenSeen(): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void this.#story?.live.toggle();
    });
    observer.observe(document.body);
  }

  #tellChapter(): void {
    const story = this.#story;
    if (!this.#isReady || !story?.chapter) return;
    const { id, index, title } = story.chapter;
    this.#send('chapter', { story: story.id, chapter: id, index, title });
  }

  #describe(): Payload {
    const story = this.#story;
    const { documentElement } = document;
    return {
      ...WITHOUT_MAP,
      lang: documentElement.lang,
      theme: getComputedStyle(documentElement).colorScheme,
      live: story?.live.isReady ?? false,
      story: story?.id ?? null,
      chapter: story?.chapter?.id ?? null,
      chapters: story?.chapters.map(({ id, title }) => ({ id, title })) ?? [],
    };
  }

  #answer(command: Incoming): Promise<Payload> {
    const refuse = (code: string, ids?: string[]) => Promise.resolve({ ok: false, error: { code, ids } });
    switch (command.type) {
      case 'setChapter': {
        const id = command.select ?? this.#story?.chapters[0]?.id ?? '';
        if (!this.#story?.goTo(id)) return refuse('unknown-id', [id]);
        break;
      }
      case 'setLang':
        // Once the answer is on its way.
        setTimeout(() => this.#translate(command.lang));
        break;
      case 'getState':
        break;
      default:
        return refuse('no-map');
    }
    return Promise.resolve({ ok: true, state: this.#describe() });
  }

  /** The page of another language, at the same chapter. */
  #translate(lang: Lang): void {
    if (this.#story)
      replaceAddress(this.#root + getEmbedPath(getStoryKey(this.#story.id), lang), `#${this.#story.chapter?.id ?? ''}`);
  }
}

/** Another page in place of this one, with the same configuration and no step back. */
export function replaceAddress(path: string, hash: string): void {
  const url = new URL(path, location.href);
  const query = new URLSearchParams(location.search);
  for (const name of ['story', 'lang']) query.delete(name);
  url.search = query.toString();
  url.hash = hash;
  location.replace(url);
}

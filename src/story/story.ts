/**
 * Lets the pictures of a story stay in view while its text goes by. The page is whole without it: whatever fails here leaves pictures
 * and text where they stand.
 */
import { fillNote } from './note.ts';
import { LiveStage } from './live-stage.ts';

interface ChapterPart {
  section: HTMLElement;
  figure: HTMLElement;
  heading: HTMLElement;
}

/** Where the line lies, from the top of the window, at which a chapter begins to count; lower where the stage is on top. */
const READING_LINE = { wide: '-45% 0px -54% 0px', narrow: '-68% 0px -31% 0px' };
/** What can be the id of a chapter: other hashes are for others. The pattern of all ids would come in a file that a reader waits for. */
const CHAPTER = /^[\w-]+$/;
const NARROW = '(max-width: 56rem)';

export interface Chapter {
  id: string;
  title: string;
  /** From 0. */
  index: number;
}

export interface StoryOptions {
  /** True where one chapter stands in the place of the other, as in a frame that does not scroll. */
  isStepped?: boolean;
  /** Told of each chapter that is come to. */
  onChapter?(chapter: Chapter): void;
}

function find<E extends HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

export class Story {
  readonly #root: HTMLElement;
  readonly #stage: HTMLElement;
  readonly #pictures: HTMLElement;
  readonly #count: HTMLElement;
  readonly #chapters: readonly ChapterPart[];
  readonly #narrow = matchMedia(NARROW);
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #options: StoryOptions;
  readonly live: LiveStage;
  /** Persian has digits of its own. */
  readonly #digits = new Intl.NumberFormat(document.documentElement.lang || undefined);
  #observer: IntersectionObserver | null = null;
  #at = -1;

  constructor(root: HTMLElement, options: StoryOptions = {}) {
    this.#root = root;
    this.#options = options;
    this.#stage = find(root, '.stage');
    this.#pictures = find(root, '.pictures');
    this.#count = find(root, '[data-count]');
    this.#chapters = [...root.querySelectorAll<HTMLElement>('.chapter')].map((section) => ({
      section,
      figure: find(section, 'figure'),
      heading: find(section, 'h2'),
    }));
    this.live = new LiveStage(this.#pictures, find(root, '[data-live]'), root.dataset['root'] ?? './');
  }

  get id(): string {
    return this.#root.dataset['story'] ?? '';
  }

  get chapters(): Chapter[] {
    return this.#chapters.map(({ section, heading }, index) => ({ id: section.id, title: heading.textContent, index }));
  }

  /** The chapter that is shown; null before the start. */
  get chapter(): Chapter | null {
    return this.chapters[this.#at] ?? null;
  }

  start(): void {
    this.#gather();
    this.#stage.addEventListener('click', this.#onClick);
    this.#stage.addEventListener('keydown', this.#onKey);
    // A sheet of paper has room for every picture beside its text.
    addEventListener('beforeprint', () => this.#scatter());
    addEventListener('afterprint', () => this.#gather());
    this.#narrow.addEventListener('change', () => this.#watch());
    const asked = location.hash.slice(1);
    if (CHAPTER.test(asked) && !document.getElementById(asked)) fillNote(this.#stage, asked);
  }

  /** Goes to a chapter by its id; false where there is none. */
  goTo(id: string): boolean {
    const i = this.#chapters.findIndex(({ section }) => section.id === id);
    const chapter = this.#chapters[i];
    if (!chapter) return false;
    if (!this.#options.isStepped) {
      chapter.section.scrollIntoView({ behavior: this.#calm.matches ? 'auto' : 'smooth', block: 'start' });
    }
    this.#show(i);
    return true;
  }

  #gather(): void {
    this.#root.classList.add('staged');
    this.#stage.hidden = false;
    this.#pictures.append(...this.#chapters.map(({ figure }) => figure));
    const asked = this.#chapters.findIndex(({ section }) => `#${section.id}` === location.hash);
    this.#show(Math.max(this.#at, asked, 0));
    this.#watch();
  }

  #scatter(): void {
    this.#observer?.disconnect();
    this.#root.classList.remove('staged');
    this.#stage.hidden = true;
    for (const { section, figure } of this.#chapters) {
      figure.hidden = false;
      section.append(figure);
    }
  }

  #watch(): void {
    this.#observer?.disconnect();
    // On paper, which is narrower than the screen, no picture gives way to another.
    if (this.#options.isStepped || this.#stage.hidden) return;
    const rootMargin = this.#narrow.matches ? READING_LINE.narrow : READING_LINE.wide;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.findLast(({ isIntersecting }) => isIntersecting);
        if (entered) this.#show(this.#chapters.findIndex(({ section }) => section === entered.target));
      },
      { rootMargin },
    );
    for (const { section } of this.#chapters) this.#observer.observe(section);
  }

  #show(i: number): void {
    const chapter = this.#chapters[i];
    if (!chapter || i === this.#at) return;
    const isFirst = this.#at === -1;
    this.#at = i;
    this.#chapters.forEach(({ section, figure }, n) => {
      // The next one is fetched while this one is read; before a reader has moved, nothing is.
      figure.hidden = n !== i && (isFirst || n !== i + 1);
      figure.classList.toggle('current', n === i);
      section.classList.toggle('current', n === i);
    });
    this.#count.textContent = (this.#count.dataset['count'] ?? '')
      .replace('{n}', this.#digits.format(i + 1))
      .replace('{of}', this.#digits.format(this.#chapters.length));
    for (const button of this.#stage.querySelectorAll<HTMLButtonElement>('[data-step]')) {
      button.disabled = !this.#chapters[i + Number(button.dataset['step'])];
    }
    this.live.show(chapter.section.dataset);
    if (!isFirst) history.replaceState(history.state, '', `#${chapter.section.id}`);
    this.#options.onChapter?.({ id: chapter.section.id, title: chapter.heading.textContent, index: i });
  }

  #step(by: number): void {
    const chapter = this.#chapters[this.#at + by];
    if (!chapter) return;
    this.goTo(chapter.section.id);
    chapter.heading.focus({ preventScroll: true });
  }

  #onClick = ({ target }: Event): void => {
    const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset['step'] : undefined;
    if (step !== undefined) this.#step(Number(step));
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isLeft = event.key === 'ArrowLeft';
    if (!isLeft && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const isBack = isLeft === (getComputedStyle(this.#root).direction === 'ltr');
    this.#step(isBack ? -1 : 1);
  };
}

/** The document of an embed: the picture, the button that starts the live map, and what is measured of them. */
import { computeCamera, computeDrawn, type Coinciding } from '../core/geo/camera.ts';
import type { EmbedConfig } from '../core/embed/embed-url.ts';
import { getLanguage, type Lang } from '../core/dataset/enums.ts';
import type { Theme } from '../core/style/palette.ts';
import type { PageHandlers, PageView } from './embed-page-dependencies.ts';
import { NARROW, RATIO } from './shape.ts';

/** Pixels of height that count as half of a stage which is higher than the window. */
const HALF_SEEN = 300;
/** Least height of the stage that an embed asks for, in pixels. */
const LEAST_STAGE = 176;

export class EmbedView implements PageView {
  readonly #document: Document;
  readonly #config: Pick<EmbedConfig, 'theme' | 'controls'>;
  #handlers: PageHandlers | null = null;
  readonly #visibility: IntersectionObserver;
  readonly #size: ResizeObserver;

  constructor(document: Document, config: Pick<EmbedConfig, 'theme' | 'controls'>) {
    this.#document = document;
    this.#config = config;
    this.#visibility = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        const isHalfSeen = entry.intersectionRatio >= 0.5 || entry.intersectionRect.height > HALF_SEEN;
        this.#handlers?.onVisibility(entry.isIntersecting ? (isHalfSeen ? 'half' : 'some') : 'none');
      },
      { threshold: [0, 0.25, 0.5, 0.75] },
    );
    this.#size = new ResizeObserver(() => this.#handlers?.onHeight(...this.#measureHeight()));
  }

  #find<E extends Element = HTMLElement>(selector: string): E | null {
    return this.#document.querySelector<E>(`#embed ${selector}`);
  }

  get container(): HTMLElement | null {
    return this.#find('.live');
  }

  applyTheme(theme: Theme): void {
    const { documentElement } = this.#document;
    if (this.#config.theme === 'auto') delete documentElement.dataset['theme'];
    else documentElement.dataset['theme'] = theme;
    documentElement.toggleAttribute('data-dark', theme === 'dark');
    documentElement.dataset['controls'] = this.#config.controls.join(' ');
  }

  replaceMain(html: string, lang: Lang): void {
    const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
    if (main) this.#document.getElementById('embed')?.replaceWith(this.#document.importNode(main, true));
    const { documentElement } = this.#document;
    documentElement.lang = lang;
    documentElement.dir = getLanguage(lang).direction;
  }

  bind(handlers: PageHandlers): void {
    this.#handlers = handlers;
    this.#find('.explore')?.addEventListener('click', () => handlers.onExplore());
    const stage = this.#find('.stage');
    if (!stage) return;
    this.#visibility.disconnect();
    this.#visibility.observe(stage);
    this.#size.disconnect();
    this.#size.observe(this.#document.body);
  }

  setOpenHref(href: string): void {
    this.#find('.open')?.setAttribute('href', href);
  }

  showShipments(html: string): void {
    this.#find('.shipments')?.remove();
    const list = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
    if (list) this.#find('.figures')?.before(this.#document.importNode(list, true));
    const tellHeight = (): void => this.#handlers?.onHeight(...this.#measureHeight());
    this.#find('.shipments details')?.addEventListener('toggle', tellHeight);
    tellHeight();
  }

  announce(text: string): void {
    this.#find('.note')?.replaceChildren(text);
  }

  announceProblem(problem: 'noWebgl' | 'noMap'): void {
    this.announce(this.#find('.explore')?.dataset[problem] ?? '');
  }

  showExplore(visible: boolean): void {
    const explore = this.#find('.explore');
    if (explore) explore.hidden = !visible;
  }

  showContainer(visible: boolean): void {
    const { container } = this;
    if (container) container.hidden = !visible;
    if (!visible) this.#find('.stage')?.removeAttribute('data-live');
  }

  markDrawn(): void {
    this.#find('.stage')?.toggleAttribute('data-live', true);
  }

  findPictureCamera(): Coinciding | null {
    const stage = this.#find('.stage')?.getBoundingClientRect();
    const pictures = [...this.#document.querySelectorAll<SVGSVGElement>('#embed .stage .picture > svg')];
    const seen = pictures.find((svg) => svg.getBoundingClientRect().width > 0);
    const drawn = computeDrawn(seen?.getAttribute('viewBox') ?? '', seen?.dataset['camera'] ?? '');
    return drawn && stage && stage.width > 0 && stage.height > 0 ? computeCamera(drawn, stage) : null;
  }

  /** Height that shows all in the width that there is, the picture in its own shape, and with the lowest picture; 0 without a page. */
  #measureHeight(): [height: number, least: number] {
    const main = this.#document.getElementById('embed');
    if (!main) return [0, 0];
    const stage = this.#find('.stage');
    const rows = [...main.children]
      .filter((child) => child !== stage)
      .reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
    const width = this.#document.body.clientWidth;
    const stageHeight = width / (width > NARROW ? RATIO.wide : RATIO.narrow);
    return [Math.ceil(rows + Math.max(LEAST_STAGE, stageHeight)), Math.ceil(rows + LEAST_STAGE)];
  }
}

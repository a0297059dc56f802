import type { Navigation } from './navigation.svelte.ts';

/** The paragraph that the article is asked to scroll to. */
export class ArticleScroll {
  readonly #navigation: Navigation;
  /** Number of the paragraph; a new object for each request, so that the same one can be asked for twice. */
  target: { paragraph: number } | null = $state.raw(null);

  constructor(navigation: Navigation) {
    this.#navigation = navigation;
  }

  /** Opens the article at a paragraph. */
  openParagraph(paragraph: number): void {
    this.#navigation.change({ panel: 'article' }, 'push');
    this.target = { paragraph };
  }
}

import type { Theme } from '../../core/style/palette.ts';
import type { ThemeChoice } from '../../core/url/view.ts';
import { findUsualPaper, type Paper, PAPERS } from '../export/paper-sizes.ts';
import type { Navigation } from './navigation.svelte.ts';

/** Key of the paper that the reader chose. */
const PAPER = 'paper';

interface Browser {
  languages: readonly string[];
  kept: { read(key: string): string | null; write(key: string, value: string): void };
}

/** Light or dark: the reader's choice, or else the system's; whether mountains are shaded; what maps are printed on. */
export class Appearance {
  readonly #navigation: Navigation;
  readonly #browser: Browser;
  systemTheme: Theme = $state('light');
  readonly theme: Theme = $derived.by(() => {
    const { theme } = this.#navigation.view;
    return theme === 'auto' ? this.systemTheme : theme;
  });

  #isPrinting = $state(false);
  /** Charts on the page are drawn in colours, not styled; paper is light. */
  readonly chartTheme: Theme = $derived(this.#isPrinting ? 'light' : this.theme);

  showsRelief = $state(true);
  paper: Paper = $state('a4');

  constructor(navigation: Navigation, systemTheme: Theme, browser: Browser) {
    this.#navigation = navigation;
    this.#browser = browser;
    this.systemTheme = systemTheme;
    const kept = browser.kept.read(PAPER);
    this.paper = PAPERS.find((paper) => paper === kept) ?? findUsualPaper(browser.languages);
  }

  /** To be called before and after the page is printed. */
  print(begins: boolean): void {
    this.#isPrinting = begins;
  }

  choose(theme: ThemeChoice): void {
    this.#navigation.change({ theme }, 'replace');
  }

  choosePaper(paper: Paper): void {
    this.paper = paper;
    this.#browser.kept.write(PAPER, paper);
  }
}

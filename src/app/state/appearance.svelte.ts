import type { Theme } from '../../core/style/palette.ts';
import type { ThemeChoice } from '../../core/url/view.ts';
import type { Navigation } from './navigation.svelte.ts';

/** Light or dark: the reader's choice, or else the system's; and whether mountains are shaded. */
export class Appearance {
  readonly #navigation: Navigation;
  systemTheme: Theme = $state('light');
  readonly theme: Theme = $derived.by(() => {
    const { theme } = this.#navigation.view;
    return theme === 'auto' ? this.systemTheme : theme;
  });

  showsRelief = $state(true);

  constructor(navigation: Navigation, systemTheme: Theme) {
    this.#navigation = navigation;
    this.systemTheme = systemTheme;
  }

  choose(theme: ThemeChoice): void {
    this.#navigation.change({ theme }, 'replace');
  }
}

import type { Lang } from '../../core/dataset/model.ts';
import { type Dictionary, en } from '../../i18n/dictionaries/en.ts';
import { loadDictionary } from '../../i18n/index.ts';
import { type Translator, translator } from '../../i18n/translate.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';

/** The language of the page: follows the view as soon as its dictionary has been loaded. */
export class Language {
  readonly #navigation: Navigation;
  readonly #dataset: Dataset;
  #loaded: { lang: Lang; dictionary: Dictionary } = $state.raw({ lang: 'en', dictionary: en });

  readonly tr: Translator = $derived.by(() =>
    translator(this.#loaded.lang, this.#loaded.dictionary, this.#dataset.atlas.context?.countries),
  );

  constructor(navigation: Navigation, dataset: Dataset) {
    this.#navigation = navigation;
    this.#dataset = dataset;
    void this.load();
  }

  async choose(lang: Lang): Promise<void> {
    this.#navigation.change({ lang }, 'replace');
    await this.load();
  }

  /** Loads the dictionary of the view's language. */
  async load(): Promise<void> {
    const { lang } = this.#navigation.view;
    const texts = this.#dataset.useTexts(lang);
    if (lang === this.#loaded.lang) return;
    const [dictionary] = await Promise.all([loadDictionary(lang), texts]);
    if (this.#navigation.view.lang === lang) this.#loaded = { lang, dictionary };
  }
}

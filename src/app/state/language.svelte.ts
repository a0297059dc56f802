import { AtlasError } from '../../core/dataset/errors.ts';
import { getLanguage, type Lang } from '../../core/dataset/model.ts';
import { type Dictionary, en } from '../../i18n/dictionaries/en.ts';
import { loadDictionary } from '../../i18n/index.ts';
import { type Translator, translator } from '../../i18n/translate.ts';
import type { Dataset } from './dataset.svelte.ts';
import type { Failures } from './failures.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';

const KEY = 'language';

/** The language of the page: follows the view as soon as its dictionary has been loaded. */
export class Language {
  readonly #navigation: Navigation;
  readonly #dataset: Dataset;
  readonly #failures: Failures;
  #loaded: { lang: Lang; dictionary: Dictionary } = $state.raw({ lang: 'en', dictionary: en });

  /** A dictionary is being fetched: whether it can be had is told here, and nowhere else. */
  isLoading = false;

  readonly tr: Translator = $derived.by(() =>
    translator(this.#loaded.lang, this.#loaded.dictionary, this.#dataset.atlas.context?.countries),
  );

  constructor(navigation: Navigation, dataset: Dataset, failures: Failures) {
    this.#navigation = navigation;
    this.#dataset = dataset;
    this.#failures = failures;
    // Nothing has been fetched yet: no text comes in two languages.
    void dataset.useTexts(navigation.view.lang);
    void this.load();
  }

  async choose(lang: Lang): Promise<void> {
    this.#navigation.change({ lang }, 'replace');
    await this.load();
  }

  /** Loads the dictionary of the view's language; where it cannot be had, the view goes back to the one that there is. */
  async load(): Promise<void> {
    const { lang } = this.#navigation.view;
    this.#failures.dismiss(KEY);
    if (lang === this.#loaded.lang) return this.#dataset.useTexts(lang);
    const dictionary = await this.#fetch(lang);
    if (this.#navigation.view.lang !== lang) return;
    if (!dictionary) {
      this.#navigation.change({ lang: this.#loaded.lang }, 'replace');
      return this.#dataset.useTexts(this.#loaded.lang);
    }
    await this.#dataset.useTexts(lang);
    if (this.#navigation.view.lang === lang) this.#loaded = { lang, dictionary };
  }

  /** Null where it cannot be fetched, which is reported. */
  async #fetch(lang: Lang): Promise<Dictionary | null> {
    this.isLoading = true;
    try {
      return await loadDictionary(lang);
    } catch (error) {
      const missing = new AtlasError('language-missing', { language: getLanguage(lang).name }, error);
      this.#failures.report(KEY, missing, () => void this.choose(lang));
      return null;
    } finally {
      this.isLoading = false;
    }
  }
}

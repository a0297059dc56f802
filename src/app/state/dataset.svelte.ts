import { untrack } from 'svelte';
import * as v from 'valibot';
import { AtlasError } from '../../core/dataset/errors.ts';
import { type Atlas, emptyAtlas, indexAtlas, type Parts } from '../../core/dataset/dataset.ts';
import { type First, FIRST_FILE, firstFile, formatMapCredit } from '../../core/dataset/load/first.ts';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import {
  loadFile,
  loadManifest,
  loadPart,
  type LoadOptions,
  PARTS,
  type PartName,
  TEXT_PARTS,
} from '../../core/dataset/load/load.ts';
import { type Lang, type Manifest, storiesFile, type StoryEntry } from '../../core/dataset/model.ts';
import type { Relief } from '../../core/dataset/load/relief.ts';
import { signingsFile, type Signings } from '../../core/dataset/schema/context/signings.ts';
import { getViewPicturePath, type PictureShape } from '../../core/url/paths.ts';
import { isFirstView, type ViewState } from '../../core/url/view.ts';
import type { Failures } from './failures.svelte.ts';

/** Without these there is no list and no map. */
const ESSENTIAL: readonly PartName[] = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas'];
const OTHERS = (Object.keys(PARTS) as PartName[]).filter((name) => !ESSENTIAL.includes(name));
/** How long the page waits for the other parts before it shows what it has, in milliseconds. */
const GRACE = 1500;
const STORIES = 'stories.json';
const SIGNINGS = 'signings.json';
/** Where the ground of a picture belongs. */
const NO_GROUND = '<g data-part="ground"></g>';
/** No file that lists something is as short. */
const EMPTY_LIST = '[ ]\n'.length;

export interface DatasetOptions {
  /** Address of the dataset, with a slash at its end. */
  base: string;
  fetch: LoadOptions['fetch'];
}

/** The published dataset as far as it has been loaded. */
export class Dataset {
  readonly base: string;
  readonly #fetch: LoadOptions['fetch'];
  readonly #failures: Failures;
  /** What was fetched first, in place of the rest. */
  #first: First | null = $state.raw(null);

  atlas: Atlas = $state.raw(emptyAtlas());
  manifest: Manifest | null = $state.raw(null);
  /** Stories of the atlas; null until somebody has asked for them. */
  stories: readonly StoryEntry[] | null = $state.raw(null);
  readonly hasSignings = $derived(this.manifest ? this.manifest.files[SIGNINGS] !== undefined : this.#first?.hasSignings);
  readonly hasStories = $derived(
    this.manifest ? (this.manifest.files[STORIES]?.bytes ?? 0) > EMPTY_LIST : this.#first?.hasStories,
  );
  /** The network is there, in whole or as the first view shows it. */
  loaded = $state(false);
  /** The network is there in whole; what is not essential may follow. */
  #isWhole = $state(false);
  /** Who signed what; null until a reader asks for it. */
  signings: Signings | null = $state.raw(null);
  #pending: readonly PartName[] = $state.raw([]);
  #all: Promise<void> | null = null;
  #parts: Parts = {};
  /** What the atlas was indexed of. */
  #indexed: Parts = {};
  /** The language that texts are in, beside English. */
  #lang: Lang = 'en';
  #baseMap: { detail: boolean; lang: Lang; data: Promise<BaseMapData> } | null = null;

  #relief: Promise<Relief | null> | null = null;
  #signingsAsked: Promise<void> | null = null;
  /** There are shaded mountains, and they have come. */
  hasRelief = $state(false);

  /** Credits that the map itself must show. */
  readonly mapCredit = $derived(this.manifest ? formatMapCredit(this.manifest.licences) : (this.#first?.mapCredit ?? ''));

  constructor({ base, fetch }: DatasetOptions, failures: Failures) {
    this.base = base;
    this.#fetch = fetch;
    this.#failures = failures;
  }

  /** Loads what a view needs: little for the first one, where that can be had, else all. */
  async loadFor(view: ViewState): Promise<void> {
    const first = isFirstView(view, Infinity) ? await this.#loadFirst() : null;
    if (this.#all) return;
    if (!first || !isFirstView(view, first.zoom)) return this.load();
    this.#first = first;
    this.atlas = indexAtlas(first.parts);
    this.loaded = true;
  }

  /** Null where it cannot be had: then the files that it stands in for say why. */
  async #loadFirst(): Promise<First | null> {
    try {
      return await loadFile(this.base + FIRST_FILE, firstFile, { fetch: this.#fetch });
    } catch (error) {
      if (error instanceof AtlasError) return null;
      throw error;
    }
  }

  /** Loads all files, once; each one that fails is reported and can be retried, the others are shown. */
  load(): Promise<void> {
    return untrack(() => {
      this.#all ??= this.#loadAll();
      return this.#all;
    });
  }

  async #loadAll(): Promise<void> {
    const all = Promise.all([this.#loadManifest(), ...OTHERS.map((name) => this.#loadPart(name))]);
    await Promise.all(ESSENTIAL.map((name) => this.#loadPart(name)));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, GRACE))]);
    this.#index();
    this.loaded = true;
    this.#isWhole = true;
    await all;
  }

  /** True where a view can be shown by what there is, or is fetched first. */
  isEnoughFor(view: ViewState): boolean {
    return this.#isWhole || isFirstView(view, this.#first?.zoom ?? Infinity);
  }

  /** True until the whole network and the given part, if any, have been loaded or have failed. */
  isLoading(part?: PartName): boolean {
    return !this.#isWhole || (part !== undefined && this.#pending.includes(part));
  }

  /** Loads the base map for pictures at its first use in a language. Rejects with an `AtlasError`, and tries again the next time. */
  loadBaseMap(lang: Lang, detail: boolean): Promise<BaseMapData> {
    if (this.#baseMap?.lang !== lang || (detail && !this.#baseMap.detail)) {
      const data = import('../../core/dataset/load/load-base-map.ts').then(({ loadBaseMap }) =>
        loadBaseMap(this.base, { detail, langs: [lang] }, { fetch: this.#fetch }),
      );
      this.#baseMap = { detail, lang, data };
      data.catch(() => {
        this.#baseMap = null;
      });
    }
    return this.#baseMap.data;
  }

  /** The shaded mountains, fetched once; null where there are none, or they cannot be had: nobody misses them. */
  loadRelief(): Promise<Relief | null> {
    this.#relief ??= import('../../core/dataset/load/relief.ts')
      .then(({ reliefFile }) => loadFile(`${this.base}base/relief.json`, reliefFile, { fetch: this.#fetch }))
      .then((relief) => {
        this.hasRelief = relief !== null;
        return relief;
      })
      .catch(() => null);
    return this.#relief;
  }

  /** The overview picture in a language, wide and narrow, without what is below its names. Rejects with an `AtlasError`. */
  loadOverview = (lang: Lang): Promise<string[]> =>
    loadFile(`${this.base}../pictures/overview.${lang}.json`, v.array(v.string()), { fetch: this.#fetch });

  /** The picture of a view, with the names of a language. Rejects with an `AtlasError`. */
  async loadViewPicture(id: string, shape: PictureShape, lang: Lang): Promise<string> {
    const load = (of: Lang | null): Promise<string> =>
      loadFile(`${this.base}../${getViewPicturePath(id, shape, of)}`, v.string(), { fetch: this.#fetch });
    const [ground, names] = await Promise.all([load(null), load(lang)]);
    return names.replace(NO_GROUND, (tag) => tag.replace('><', () => `>${ground}<`));
  }

  /** Loads the list of stories, once. */
  async loadStories(): Promise<void> {
    if (this.stories) return;
    this.stories = await this.#failures.attempt(
      'stories',
      () => loadFile(this.base + STORIES, storiesFile, { fetch: this.#fetch }),
      () => void this.loadStories(),
    );
  }

  /** Loads who signed what, once. Effects ask for it, too: they are not to run again for what it reads and writes on the way. */
  loadSignings(): Promise<void> {
    return untrack(() => {
      this.#signingsAsked ??= this.#readSignings();
      return this.#signingsAsked;
    });
  }

  async #readSignings(): Promise<void> {
    this.signings = await this.#failures.attempt(
      'signings',
      () => loadFile(this.base + SIGNINGS, signingsFile, { fetch: this.#fetch }),
      () => {
        this.#signingsAsked = null;
        void this.loadSignings();
      },
    );
  }

  /** Has the texts in a language from now on: at once where they are still to be fetched, else as soon as they have come; English stands in. */
  async useTexts(lang: Lang): Promise<void> {
    if (this.#lang === lang) return;
    this.#lang = lang;
    if (this.#all) await untrack(() => Promise.all(TEXT_PARTS.map((name) => this.#loadPart(name))));
  }

  async #loadManifest(): Promise<void> {
    const manifest = await this.#failures.attempt(
      'manifest',
      () => loadManifest(this.base, { fetch: this.#fetch }),
      () => void this.#loadManifest(),
    );
    if (manifest) this.manifest = manifest;
  }

  async #loadPart(name: PartName): Promise<void> {
    this.#pending = [...this.#pending, name];
    const lang = this.#lang;
    const part = await this.#failures.attempt(
      name,
      () => loadPart(this.base, name, { fetch: this.#fetch, lang }),
      () => void this.#loadPart(name),
    );
    this.#pending = this.#pending.filter((one) => one !== name);
    if (!part || lang !== this.#lang) return;
    this.#parts = { ...this.#parts, [name]: part };
    if (this.#isWhole) this.#index();
  }

  /** What failed of the network stays as it was fetched first. */
  #index(): void {
    const first: Parts = this.#first?.parts ?? {};
    const { context: _, comparisons: __, ...network } = first;
    const parts: Parts = { ...network, ...this.#parts };
    const isSame = parts.nodes === this.#indexed.nodes && parts.links === this.#indexed.links;
    this.#indexed = parts;
    const { nodes, links } = this.atlas;
    // What is known of a network is kept by its maps, and texts change nothing of it.
    this.atlas = isSame ? { ...indexAtlas(parts), nodes, links } : indexAtlas(parts);
  }
}

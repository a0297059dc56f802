import { untrack } from 'svelte';
import * as v from 'valibot';
import { createClaimEvaluator } from '../../core/claims/evaluate.ts';
import { type Atlas, emptyAtlas, indexAtlas, type Parts } from '../../core/dataset/dataset.ts';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import { loadFile, loadManifest, loadPart, type LoadOptions, PARTS, type PartName } from '../../core/dataset/load/load.ts';
import { type Claim, type Lang, type Manifest, storiesFile, type StoryEntry, type Verdict } from '../../core/dataset/model.ts';
import type { Relief } from '../../core/dataset/load/relief.ts';
import { signingsFile, type Signings } from '../../core/dataset/schema/context/signings.ts';
import type { Failures } from './failures.svelte.ts';

/** Without these there is no list and no map. */
const ESSENTIAL: readonly PartName[] = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas'];
const OTHERS = (Object.keys(PARTS) as PartName[]).filter((name) => !ESSENTIAL.includes(name));
/** How long the page waits for the other parts before it shows what it has, in milliseconds. */
const GRACE = 1500;
const STORIES = 'stories.json';
const SIGNINGS = 'signings.json';
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

  atlas: Atlas = $state.raw(emptyAtlas());
  manifest: Manifest | null = $state.raw(null);
  /** Stories of the atlas; null until somebody has asked for them. */
  stories: readonly StoryEntry[] | null = $state.raw(null);
  readonly hasSignings = $derived(this.manifest?.files[SIGNINGS] !== undefined);
  readonly hasStories = $derived((this.manifest?.files[STORIES]?.bytes ?? 0) > EMPTY_LIST);
  /** The network is there; what is not essential may follow. */
  loaded = $state(false);
  /** Who signed what; null until a reader asks for it. */
  signings: Signings | null = $state.raw(null);
  #pending: readonly PartName[] = $state.raw([]);
  #parts: Parts = {};
  #baseMap: { detail: boolean; lang: Lang; data: Promise<BaseMapData> } | null = null;

  #relief: Promise<Relief | null> | null = null;
  #signingsAsked: Promise<void> | null = null;
  /** There are shaded mountains, and they have come. */
  hasRelief = $state(false);

  readonly evaluateClaim = $derived(createClaimEvaluator(this.atlas));
  /** Credits that the map itself must show. */
  readonly mapCredit = $derived(
    (this.manifest?.licences ?? [])
      .filter(({ onMap }) => onMap)
      .map(({ credit }) => credit)
      .filter((credit, i, all) => all.indexOf(credit) === i)
      .join(' · '),
  );

  constructor({ base, fetch }: DatasetOptions, failures: Failures) {
    this.base = base;
    this.#fetch = fetch;
    this.#failures = failures;
  }

  /** Loads all files; each one that fails is reported and can be retried, the others are shown. */
  async load(): Promise<void> {
    const all = Promise.all([this.#loadManifest(), ...OTHERS.map((name) => this.#loadPart(name))]);
    await Promise.all(ESSENTIAL.map((name) => this.#loadPart(name)));
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, GRACE))]);
    this.atlas = indexAtlas(this.#parts);
    this.loaded = true;
    await all;
  }

  /** True until the network and the given part, if any, have been loaded or have failed. */
  isLoading(part?: PartName): boolean {
    return !this.loaded || (part !== undefined && this.#pending.includes(part));
  }

  /** The verdict of a claim as the dataset has it; evaluated where it has none. */
  getVerdict(claim: Claim): Verdict {
    return claim.verdict ?? this.evaluateClaim(claim).verdict;
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
    const part = await this.#failures.attempt(
      name,
      () => loadPart(this.base, name, { fetch: this.#fetch }),
      () => void this.#loadPart(name),
    );
    this.#pending = this.#pending.filter((one) => one !== name);
    if (!part) return;
    this.#parts = { ...this.#parts, [name]: part };
    if (this.loaded) this.atlas = indexAtlas(this.#parts);
  }
}

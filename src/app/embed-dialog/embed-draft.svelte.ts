import { getClaimEvaluator } from '../../core/claims/evaluate.ts';
import { findFeature, getText } from '../../core/dataset/dataset.ts';
import type { Claim, Lang, StoryEntry } from '../../core/dataset/model.ts';
import { findFeatureName } from '../../core/dataset/feature-name.ts';
import {
  buildFrameUrl,
  CODE_KINDS,
  type CodeKind,
  type EmbedCode,
  type EmbedSize,
  writeEmbedCode,
} from '../../core/embed/embed-code.ts';
import { type Activation, type Control, CONTROLS, EMBED_DEFAULTS } from '../../core/embed/embed-url.ts';
import { computeFrameHeight, STORY_HEIGHT } from '../../core/embed/frame-height.ts';
import type { ThemeChoice } from '../../core/url/view.ts';
import { computeClaimCardHeight } from '../../svg/claim-card-height.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { AppState } from '../state/app-state.ts';
import { buildEmbedCode, buildStoryCode, type Content } from './build-embed-code.ts';
import { findPickedPage, listHiddenGroups, listPickGroups, type PickGroups, startPicks } from './embed-pick.ts';
import { dropStop, joinParts } from '../../i18n/punctuation.ts';

/** Width to height. */
export const RATIOS = [
  [16, 10],
  [4, 3],
  [1, 1],
  [9, 16],
] as const;
/** Heights that may be asked for, in CSS pixels. */
export const HEIGHTS = { least: 240, most: 1600 } as const;
/** Widths of the preview in CSS pixels: a column of an article, and a phone. */
export const WIDTHS = [680, 360] as const;
/** Most names that a title has room for. */
const MOST_NAMED = 3;

/** What the reader has chosen for an embed, and the code that follows from it. */
export class EmbedDraft {
  readonly #app: AppState;

  content: Content = $state('picks');
  picks: readonly string[] = $state.raw([]);
  /** Id of the story that was picked; null for the first. */
  pickedStory: string | null = $state(null);
  keepsCamera = $state(false);
  keepsFilters = $state(true);
  /** `content` for what the content needs, a ratio like `16/10`, or `height` for a fixed height. */
  shape = $state('content');
  heightPx = $state(480);
  width: (typeof WIDTHS)[number] = $state(WIDTHS[0]);
  lang: Lang = $state('en');
  theme: ThemeChoice = $state('auto');
  activate: Activation = $state('click');
  controls: Control[] = $state.raw([...EMBED_DEFAULTS.controls]);
  kind: CodeKind = $state('iframe');
  /** Of the embed's language: its words stand in the page round the embed. Null until they have been loaded. */
  translator: Translator | null = $state.raw(null);

  /** What the view can offer, the picks always among it. */
  readonly contents: readonly Content[] = $derived.by(() => {
    const { dataset, navigation } = this.#app;
    const { view } = navigation;
    return [
      ...(this.#selectedClaim ? (['claim'] as const) : []),
      ...(view.compare.length > 0 ? (['comparison'] as const) : []),
      'picks',
      ...(dataset.hasStories ? (['story'] as const) : []),
    ];
  });
  /** Null while their list is not there. */
  readonly story: StoryEntry | null = $derived.by(() => {
    const { stories } = this.#app.dataset;
    if (this.content !== 'story') return null;
    return stories?.find(({ id }) => id === this.pickedStory) ?? stories?.[0] ?? null;
  });
  /** What is embedded is a map, with lines, part and filters. */
  readonly isMap: boolean = $derived(this.content === 'picks' || this.content === 'comparison');
  readonly groups: PickGroups = $derived.by(() => listPickGroups(this.#app.dataset.atlas, this.picks));
  readonly #selectedClaim: Claim | null = $derived.by(
    () => this.#app.dataset.atlas.claims.get(this.#app.selection.id ?? '') ?? null,
  );
  /** The claim whose card is embedded: text without a map, so there is nothing to set. */
  readonly claim: Claim | null = $derived(this.content === 'claim' ? this.#selectedClaim : null);
  readonly isEmpty: boolean = $derived(
    this.content === 'story' ? !this.story : this.content === 'picks' && this.picks.length === 0,
  );
  readonly kinds: readonly CodeKind[] = $derived(CODE_KINDS.filter((kind) => kind !== 'element' || !this.claim));
  readonly leastHeight: number = $derived.by(() => {
    const { dataset, navigation } = this.#app;
    if (this.content === 'story') return STORY_HEIGHT;
    if (this.claim) return computeClaimCardHeight(getText(this.#tr.lang, this.claim.text), this.#getLimits(this.claim));
    const compared = this.content === 'comparison' ? navigation.view.compare.length : 0;
    const { page, routes, corridors, places } = this.#picked;
    return computeFrameHeight(dataset.atlas, page, { compared, mixed: routes.length + corridors.length + places.length });
  });
  readonly #picked = $derived.by(() => {
    const { atlas } = this.#app.dataset;
    if (this.claim) return { page: this.claim.id, routes: [], corridors: [], places: [] };
    return findPickedPage(atlas, this.content === 'comparison' ? [] : this.picks);
  });
  readonly size: EmbedSize = $derived.by(() => {
    if (this.claim) return { heightPx: this.leastHeight };
    if (this.shape === 'content') return 'content';
    if (this.shape !== 'height') return { ratio: RATIOS.find((ratio) => ratio.join('/') === this.shape) ?? RATIOS[0] };
    return { heightPx: Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Math.round(this.heightPx) || HEIGHTS.least)) };
  });
  readonly title: string = $derived.by(() => {
    const tr = this.#tr;
    const { atlas } = this.#app.dataset;
    if (this.story) return getText(tr.lang, this.story.title);
    if (this.claim) {
      const verdict = tr.t(`verdict.${getClaimEvaluator(this.#app.dataset.atlas)(this.claim).verdict}`);
      return tr.t('sharePage.claimTitle', { verdict, claim: dropStop(getText(tr.lang, this.claim.text)) });
    }
    const { page, routes, corridors, places } = this.#picked;
    const named = page === null ? [...corridors, ...routes, ...places] : [page];
    const names = named.map((id) => findFeatureName(atlas, id, tr.lang) ?? id);
    const isNamed = names.length > 0 && names.length <= MOST_NAMED;
    return tr.t('embed.frameTitle', { name: isNamed ? joinParts(tr, names, 'dot') : tr.t('app.name') });
  });
  readonly code: EmbedCode = $derived.by(() => {
    const { navigation, browser, dataset } = this.#app;
    const { theme, activate, controls } = this.claim ? EMBED_DEFAULTS : this;
    const { content, lang, size, leastHeight, title, keepsCamera, keepsFilters } = this;
    const look = { lang, theme, activate, controls: [...controls], size, leastHeight, title };
    if (content === 'story') {
      // Of what stands round a map a story has its title; nothing else to show would leave its pictures alone.
      const shown = EMBED_DEFAULTS.controls.filter((one) => one !== 'title' || controls.includes(one));
      return buildStoryCode(this.story?.id ?? '', { ...look, controls: shown }, browser.linkTo(navigation.view));
    }
    const hiddenGroups = content === 'picks' ? listHiddenGroups(dataset.atlas, this.picks) : null;
    const picked = { picked: this.#picked, hiddenGroups, keepsCamera, keepsFilters };
    return buildEmbedCode({ ...look, content, ...picked }, navigation.view, browser.linkTo);
  });
  readonly codeText: string = $derived(writeEmbedCode(this.kind, this.code));
  /** CSS pixels, as the code makes the frame in a column of that width. */
  readonly previewHeight: number = $derived.by(() => {
    const { size, width, leastHeight } = this;
    if (typeof size === 'object' && 'heightPx' in size) return size.heightPx;
    const [across, down] = size === 'content' ? RATIOS[0] : size.ratio;
    return Math.max(leastHeight, (width * down) / across);
  });
  /** From where the page itself came, `https` or not. */
  readonly previewSrc: string = $derived(buildFrameUrl(this.code).href);

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Starts from what the page shows; size, theme and controls stay as they were chosen. */
  start(): void {
    const { navigation, selection, dataset } = this.#app;
    const { panel, compare, lang, camera } = navigation.view;
    this.picks = startPicks(dataset.atlas, navigation.filters, selection.id);
    this.show(this.#selectedClaim ? 'claim' : panel === 'compare' && compare.length > 0 ? 'comparison' : 'picks');
    // A reader who has moved the map wants just that part of it; what is selected is fitted.
    this.keepsCamera = camera !== null && (selection.id === null || findFeature(dataset.atlas, selection.id)?.kind === 'node');
    this.keepsFilters = true;
    this.lang = lang;
  }

  /** Takes a kind of code that there is of it, too. */
  show(content: Content): void {
    this.content = content;
    if (content === 'story') void this.#app.dataset.loadStories();
    if (!this.kinds.includes(this.kind)) this.kind = 'iframe';
  }

  toggle(id: string): void {
    this.picks = this.picks.includes(id) ? this.picks.filter((one) => one !== id) : [...this.picks, id];
  }

  get #tr(): Translator {
    return this.translator ?? this.#app.language.tr;
  }

  #getLimits(claim: Claim): string {
    const limits = claim.outcomes?.[getClaimEvaluator(this.#app.dataset.atlas)(claim).verdict];
    return limits ? getText(this.#tr.lang, limits) : '';
  }

  toggleControl(control: Control): void {
    this.controls = CONTROLS.filter((one) => (one === control) !== this.controls.includes(one));
  }
}

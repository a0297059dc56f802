import { getName, getText, hasPage } from '../../core/dataset/dataset.ts';
import type { Claim, Lang } from '../../core/dataset/model.ts';
import { CODE_KINDS, type CodeKind, type EmbedCode, type EmbedSize, writeEmbedCode } from '../../core/embed/embed-code.ts';
import { type Activation, type Control, CONTROLS, EMBED_DEFAULTS } from '../../core/embed/embed-url.ts';
import { computeFrameHeight } from '../../core/embed/frame-height.ts';
import type { ThemeChoice } from '../../core/url/view.ts';
import { computeClaimCardHeight } from '../../svg/claim-card-height.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { AppState } from '../state/app-state.ts';
import { buildEmbedCode, type Content, getPreviewAddress } from './build-embed-code.ts';

/** Width to height. */
export const RATIOS = [
  [16, 10],
  [4, 3],
  [1, 1],
  [9, 16],
] as const;
/** Heights that may be asked for, in CSS pixels. */
export const HEIGHTS = { least: 240, most: 1600 } as const;

/** What the reader has chosen for an embed, and the code that follows from it. */
export class EmbedDraft {
  readonly #app: AppState;

  content: Content = $state('all');
  /** `content` for what the content needs, a ratio like `16/10`, or `height` for a fixed height. */
  shape = $state('content');
  heightPx = $state(480);
  lang: Lang = $state('en');
  theme: ThemeChoice = $state('auto');
  activate: Activation = $state('click');
  controls: Control[] = $state.raw([...EMBED_DEFAULTS.controls]);
  kind: CodeKind = $state('iframe');
  /** Of the embed's language: its words stand in the page round the embed. Null until they have been loaded. */
  translator: Translator | null = $state.raw(null);

  /** The selected feature, if there is an embed page of its own for it. */
  readonly feature: string | null = $derived.by(() => {
    const { id } = this.#app.selection;
    return id !== null && hasPage(this.#app.dataset.atlas, id) ? id : null;
  });
  /** Id of the embed page; null for the general one. */
  readonly page: string | null = $derived.by(() => {
    const isMap = this.content === 'all' || (this.content === 'view' && this.#app.dataset.atlas.claims.has(this.feature ?? ''));
    return isMap ? null : this.feature;
  });
  /** The claim whose card is embedded: text without a map, so there is nothing to set. */
  readonly claim: Claim | null = $derived.by(() => {
    const { claims } = this.#app.dataset.atlas;
    return this.page === null ? null : (claims.get(this.page) ?? null);
  });
  readonly kinds: readonly CodeKind[] = $derived(CODE_KINDS.filter((kind) => kind !== 'element' || !this.claim));
  readonly leastHeight: number = $derived.by(() => {
    const { dataset, navigation } = this.#app;
    if (this.claim) return computeClaimCardHeight(getText(this.#tr.lang, this.claim.text), this.#getLimits(this.claim));
    return computeFrameHeight(dataset.atlas, this.page, this.content === 'view' ? navigation.view.compare.length : 0);
  });
  readonly size: EmbedSize = $derived(
    this.claim
      ? { heightPx: this.leastHeight }
      : this.shape === 'height'
        ? { heightPx: Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Math.round(this.heightPx) || HEIGHTS.least)) }
        : this.shape === 'content'
          ? 'content'
          : { ratio: RATIOS.find((ratio) => ratio.join('/') === this.shape) ?? RATIOS[0] },
  );
  readonly title: string = $derived.by(() => {
    const tr = this.#tr;
    if (this.claim) {
      const verdict = tr.t(`verdict.${this.#app.dataset.evaluateClaim(this.claim).verdict}`);
      return tr.t('sharePage.claimTitle', { verdict, claim: getText(tr.lang, this.claim.text) });
    }
    const { corridors, routes, areas } = this.#app.dataset.atlas;
    const { page } = this;
    const found = page === null ? null : (corridors.get(page) ?? routes.get(page) ?? areas.get(page)?.properties);
    return tr.t('embed.frameTitle', { name: found ? getName(tr.lang, found) : tr.t('app.name') });
  });
  readonly code: EmbedCode = $derived.by(() => {
    const { navigation, browser } = this.#app;
    const { content, page, lang, size, leastHeight, title } = this;
    const { theme, activate, controls } = this.claim ? EMBED_DEFAULTS : this;
    const choice = { content, page, lang, theme, activate, controls: [...controls], size, leastHeight, title };
    return buildEmbedCode(choice, navigation.view, browser.linkTo);
  });
  readonly codeText: string = $derived(writeEmbedCode(this.kind, this.code));
  readonly previewRatio: string | null = $derived(
    typeof this.size === 'object' && 'ratio' in this.size ? this.size.ratio.join('/') : null,
  );
  readonly previewHeight: string | null = $derived.by(() => {
    if (this.size === 'content') return `${String(this.leastHeight)}px`;
    return 'heightPx' in this.size ? `${String(this.size.heightPx)}px` : null;
  });
  readonly previewSrc: string = $derived(getPreviewAddress(this.code));

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Starts from what the page shows; size, theme and controls stay as they were chosen. */
  start(): void {
    const { panel, compare, lang } = this.#app.navigation.view;
    if (panel === 'compare' && compare.length > 0) this.show('view');
    else this.show(this.feature === null ? 'all' : 'feature');
    this.lang = lang;
  }

  /** Takes a kind of code that there is of it, too. */
  show(content: Content): void {
    this.content = content;
    if (!this.kinds.includes(this.kind)) this.kind = 'iframe';
  }

  get #tr(): Translator {
    return this.translator ?? this.#app.language.tr;
  }

  #getLimits(claim: Claim): string {
    const limits = claim.outcomes?.[this.#app.dataset.evaluateClaim(claim).verdict];
    return limits ? getText(this.#tr.lang, limits) : '';
  }

  toggleControl(control: Control): void {
    this.controls = CONTROLS.filter((one) => (one === control) !== this.controls.includes(one));
  }
}

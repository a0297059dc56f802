import { createContext } from 'svelte';
import { findFeature, getName, getText } from '../../core/dataset/dataset.ts';
import { joinEnds } from '../../core/dataset/feature-name.ts';
import { getImportedKey } from '../../core/dataset/ids.ts';
import type { Theme } from '../../core/style/palette.ts';
import { readItem } from '../../core/url/compare-items.ts';
import type { ViewState } from '../../core/url/view.ts';
import { formatItemName } from '../../i18n/names/item-name.ts';
import { ClosureTrial } from '../finder/closure-trial.svelte.ts';
import { Finder } from '../finder/finder.svelte.ts';
import { type OpenPathPort, PathQueue } from '../finder/path-queue.ts';
import type { ImportDependencies } from '../import/dependencies.ts';
import type { StoryDependencies } from '../story-editor/desk/dependencies.ts';
import type { ShipmentDependencies } from '../shipments/state/dependencies.ts';
import { Shipments } from '../shipments/state/shipments.svelte.ts';
import { ImportedRoutes } from '../import/imported-routes.svelte.ts';
import { Appearance } from './appearance.svelte.ts';
import { ArticleScroll } from './article-scroll.svelte.ts';
import { ComparisonState } from './comparison.svelte.ts';
import { Dataset, type DatasetOptions } from './dataset.svelte.ts';
import { Dialogs } from './dialogs.svelte.ts';
import { Failures } from './failures.svelte.ts';
import { Language } from './language.svelte.ts';
import { Layout, type ReadingPlace } from './layout.svelte.ts';
import { MapRequests } from './map-requests.svelte.ts';
import { Navigation, type Step } from './navigation.svelte.ts';
import { Selection } from './selection.svelte.ts';

/** What components need of the browser. */
export interface BrowserServices {
  /** Address of a view, whole. */
  linkTo(view: ViewState): string;
  /** Puts a text on the clipboard; rejects where the browser refuses. */
  copy(text: string): Promise<void>;
  /** Hands an address to the system's own way of sharing; null where it has none. Rejects where the reader thinks better of it. */
  share: ((title: string, url: string) => Promise<void>) | null;
  reducedMotion: boolean;
  /** What the reader reads, as tags of BCP 47, the favourite first. */
  languages: readonly string[];
  /** Small choices that the browser keeps; one that keeps nothing reads null. */
  kept: { read(key: string): string | null; write(key: string, value: string): void };
}

interface AppStateOptions extends DatasetOptions {
  browser: BrowserServices;
  view: ViewState;
  /** What the system asks for, as long as the reader does not choose. */
  systemTheme: Theme;
  /** Where paths are searched. */
  paths: OpenPathPort;
  /** What imported routes need of the browser; without it nothing can be imported. */
  imports?: ImportDependencies;
  /** What followed shipments need of it; without it none can be. */
  shipments?: ShipmentDependencies;
  /** What stories that a reader writes need of it; without it none can be written. */
  stories?: StoryDependencies;
  /** Is called with each change of the view. */
  onView(view: ViewState, step: Step): void;
}

/** The state of one mounted app, a class for each concern. Components take from it what they need. */
export interface AppState {
  browser: BrowserServices;
  failures: Failures;
  dataset: Dataset;
  navigation: Navigation;
  language: Language;
  appearance: Appearance;
  imports: ImportedRoutes;
  shipments: Shipments;
  requests: MapRequests;
  /** For components that search themselves. */
  paths: PathQueue;
  finder: Finder;
  selection: Selection;
  comparison: ComparisonState;
  closure: ClosureTrial;
  articleScroll: ArticleScroll;
  dialogs: Dialogs;
  layout: Layout;
  /** For the editor of stories, which is fetched when it is opened. */
  stories: StoryDependencies | undefined;
  /** Name of a feature, an imported route or a compared item in the language of the page; else the id itself. */
  getName: (id: string) => string;
  /** True where an id, such as that of an old address, stands for nothing here: no feature, and none of the reader's routes. */
  isUnknown: (id: string) => boolean;
  /** Address of the page of a feature, with language, theme and filters as they are. */
  linkToPage: (id: string) => string;
}

/** `useAppState` gives a component the state of the app that it is mounted in. */
export const [useAppState, provideAppState] = createContext<AppState>();

export function createAppState(options: AppStateOptions): AppState {
  const failures = new Failures();
  const dataset = new Dataset(options, failures);
  const navigation = new Navigation(options.view, dataset, (view, step) => options.onView(view, step));
  const language = new Language(navigation, dataset, failures);
  const imports = new ImportedRoutes(options.imports);
  const layout = new Layout(() => language.tr.direction);
  const requests = new MapRequests(dataset, imports, layout);
  requests.isMoved = options.view.camera !== null;
  const paths = new PathQueue(options.paths);
  const finder = new Finder(() => dataset.atlas, navigation, requests, paths);
  const closure = new ClosureTrial(dataset, navigation, requests, paths);
  const selection = new Selection(navigation, dataset, requests, finder, layout);
  return {
    browser: options.browser,
    failures,
    dataset,
    navigation,
    language,
    appearance: new Appearance(navigation, options.systemTheme, options.browser),
    imports,
    shipments: new Shipments(options.shipments, failures),
    requests,
    paths,
    finder,
    selection,
    comparison: new ComparisonState(navigation, dataset, imports, requests, finder, closure, paths),
    closure,
    articleScroll: new ArticleScroll(navigation),
    dialogs: new Dialogs(),
    layout,
    stories: options.stories,
    getName: createNameLookup(dataset, language, imports),
    isUnknown: (id) =>
      !dataset.isLoading('context') &&
      !dataset.isLoading('events') &&
      findFeature(dataset.atlas, id) === null &&
      imports.find(id) === undefined,
    linkToPage: (id) => options.browser.linkTo({ ...navigation.view, ...selection.getPageView(id), camera: null }),
  };
}

/** Takes over a view that the browser's history brought, at the place where the reader left it; a dialog was about the view before. */
export function restoreView(
  { navigation, language, layout, dialogs }: AppState,
  view: ViewState,
  place: ReadingPlace | null = null,
): void {
  dialogs.close();
  layout.restore(place);
  navigation.restore(view);
  void language.load();
}

function createNameLookup(dataset: Dataset, language: Language, imports: ImportedRoutes): (id: string) => string {
  return function lookUp(id: string): string {
    const { tr } = language;
    if (id.includes(':')) {
      const item = readItem(id);
      const imported = typeof item !== 'string' && item.kind === 'imported' ? imports.find(getImportedKey(item.id)) : undefined;
      return imported?.name ?? formatItemName(tr, id, lookUp);
    }
    const found = findFeature(dataset.atlas, id);
    if (!found) return imports.find(id)?.name ?? id;
    if (found.kind === 'claim') return getText(tr.lang, found.value.text);
    if (found.kind === 'event') return getText(tr.lang, found.value.title);
    if (found.kind === 'link') {
      const { from, to } = found.value.properties;
      return joinEnds(tr.lang, lookUp(from), lookUp(to));
    }
    return getName(tr.lang, 'properties' in found.value ? found.value.properties : found.value);
  };
}

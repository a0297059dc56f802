/** The page of the atlas: gives the app its window, address, history and system settings. */
import { mount } from 'svelte';
import 'virtual:palette.css';
import '../app/styles/fonts.css';
import '../app/styles/app.css';
import '../app/styles/controls.css';
import '../app/styles/first.css';
import '../app/styles/print.css';
import '../app/styles/touch.css';
import App from '../app/shell/App.svelte';
import { getTextPath, TEXT_PARTS } from '../core/dataset/load/load.ts';
import { createAppState, restoreView } from '../app/state/app-state.ts';
import { getImportedKey, IMPORTED_PREFIX } from '../core/dataset/ids.ts';
import { getLanguage, LANGS, type Lang } from '../core/dataset/model.ts';
import { NO_SEARCH } from '../core/url/finder-view.ts';
import { readView, writeView } from '../core/url/url.ts';
import type { ViewState } from '../core/url/view.ts';
import { createAddressNetwork } from './address-network.ts';
import { createImportDependencies } from './imports.ts';
import { kept } from './kept-choices.ts';
import { restoreAfterReload, watchMissingCode } from './missing-code.ts';
import { openPathPort } from './paths.ts';
import { createRecordStore } from './record-store.ts';
import { trackReadingPlaces } from './reading-places.ts';
import { createShipmentDependencies } from './shipments.ts';

const languages = navigator.languages.map((tag) => tag.slice(0, 2));
const lang: Lang = languages.flatMap((tag) => LANGS.find((known) => known === tag) ?? [])[0] ?? 'en';
const defaults: ViewState = {
  select: null,
  panel: 'routes',
  filters: { hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year: null },
  lang,
  theme: 'auto',
  camera: null,
  compare: [],
  tool: 'find',
  find: NO_SEARCH,
};
const readAddress = (): ViewState => ({ ...defaults, ...readView(location.search, location.hash) });
/** Path, query and hash of a view, with the imported routes that came with the address. */
function writeAddress(view: ViewState): string {
  const { search, hash } = writeView(view, { ...defaults, lang: 'en' });
  const { link } = app.imports;
  const carried = link === null ? '' : `${search ? '&' : '?'}import=${encodeURIComponent(link)}`;
  return `${location.pathname}${search}${carried}${hash}`;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const getSystemTheme = () => (dark.matches ? 'dark' : 'light');
const base = new URL('data/', document.baseURI).href;
const network = createAddressNetwork();
const app = createAppState({
  base,
  fetch: (url, init) => fetch(url, init),
  view: readAddress(),
  systemTheme: getSystemTheme(),
  paths: openPathPort,
  imports: createImportDependencies(base, network),
  shipments: createShipmentDependencies(base, network),
  stories: {
    openStore: () => createRecordStore('corridor-atlas-stories', 'stories'),
    now: () => new Date(),
    createKey: () => crypto.randomUUID(),
    site: new URL('.', document.baseURI).href,
  },
  browser: {
    linkTo: (view) => new URL(writeAddress(view), location.href).href,
    copy: (text) => navigator.clipboard.writeText(text),
    share: 'share' in navigator ? (title, url) => navigator.share({ title, url }) : null,
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    languages: navigator.languages,
    kept,
  },
  onView(view, step) {
    places[step](writeAddress(view));
    if (step === 'push') app.layout.restore(null);
  },
});
dark.addEventListener('change', () => {
  app.appearance.systemTheme = getSystemTheme();
});
watchMissingCode(app);
const places = trackReadingPlaces(
  history,
  () => app.layout.place,
  () => `${performance.timeOrigin} ${performance.now()} ${Math.random()}`,
);
addEventListener('popstate', ({ state }) => restoreView(app, readAddress(), places.arrive(state)));

/** Milliseconds for which the copy for later waits at most until nothing else is done. */
const PATIENCE = 10_000;
/** Safari does not say when it is idle. */
const whenIdle = (then: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: PATIENCE });
  else setTimeout(then, PATIENCE / 10);
};

/** Has the texts of a language kept, though only their panels ask for them; nothing before there is a copy for later. */
let keepTexts: (lang: Lang) => void = () => undefined;

/** Called once the map has drawn and rests, so that the copy for later does not compete with it; not for readers who save data. */
async function keepForOffline(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!import.meta.env.PROD || !isSecureContext || connection?.saveData || !('serviceWorker' in navigator)) return;
  try {
    // In a frame without an origin of its own already looking at it is refused.
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(new URL('sw.js', document.baseURI));
    await serviceWorker.ready;
    const { base } = app.dataset;
    const keep = (used: string[]): void => registration.active?.postMessage({ used });
    keepTexts = (lang) => keep(TEXT_PARTS.map((name) => new URL(base + getTextPath(name, lang), document.baseURI).href));
    keepTexts(app.language.tr.lang);
    // A worker sees what pages ask for that it has opened. Others tell it, those that are open when a new version comes included.
    let { controller: informed } = serviceWorker;
    const inform = (): void => {
      if (registration.active === informed) return;
      informed = registration.active;
      const tell = (list: PerformanceObserverEntryList): void => keep(list.getEntries().map(({ name }) => name));
      new PerformanceObserver(tell).observe({ type: 'resource', buffered: true });
    };
    const follow = (worker: ServiceWorker | null): void => worker?.addEventListener('statechange', inform);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    follow(registration.installing);
    follow(registration.waiting);
    inform();
  } catch (error) {
    // The browser may refuse, as in a private window; the page works without it.
    console.info('The atlas is not kept for offline use:', error);
  }
}

// The data are asked for before the page takes its time to be made.
void app.dataset.loadFor(app.navigation.view);

const target = document.getElementById('app');
if (target) {
  mount(App, {
    target,
    props: {
      app,
      picture: document.getElementById('picture'),
      onTitle: (title: string, language: Lang) => {
        document.title = title;
        if (document.documentElement.lang !== language) keepTexts(language);
        document.documentElement.lang = language;
        document.documentElement.dir = getLanguage(language).direction;
      },
      onTheme: (choice: ViewState['theme'], resolved: 'light' | 'dark') => {
        const root = document.documentElement;
        if (choice === 'auto') delete root.dataset['theme'];
        else root.dataset['theme'] = choice;
        root.toggleAttribute('data-dark', resolved === 'dark');
      },
      onLive: () => {
        performance.mark('atlas:live');
        whenIdle(() => void keepForOffline());
      },
    },
  });
  document.getElementById('first')?.remove();
}

app.imports.start();
restoreAfterReload(app);
const link = new URLSearchParams(location.search).get('import');
if (link !== null) {
  void app.imports.openLink(link).then((renamed) => {
    const { id } = app.selection;
    const here = id?.startsWith(IMPORTED_PREFIX) ? renamed[id.slice(IMPORTED_PREFIX.length)] : undefined;
    if (here !== undefined && id !== getImportedKey(here)) app.navigation.change({ select: getImportedKey(here) }, 'replace');
    if (app.selection.id !== null && app.imports.find(app.selection.id)) app.requests.showFeature(app.selection.id);
  });
}

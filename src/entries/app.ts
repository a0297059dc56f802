/** The page of the atlas: gives the viewer its window, address, history and system settings. */
import { mount } from 'svelte';
import 'virtual:palette.css';
import '../app/styles/fonts.css';
import '../app/styles/app.css';
import '../app/styles/first.css';
import '../app/styles/print.css';
import { LANGS, type Lang } from '../core/dataset/model.ts';
import type { ViewState } from '../core/url/view.ts';
import { readView, writeView } from '../core/url/url.ts';
import { createImportDependencies } from './imports.ts';
import { Viewer } from '../app/state/viewer.svelte.ts';
import App from '../app/shell/App.svelte';

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
};
const here = (): ViewState => ({ ...defaults, ...readView(location.search, location.hash) });
const address = (view: ViewState): string => {
  const { search, hash } = writeView(view, { ...defaults, lang: 'en' });
  // Routes that came with the address stay in it.
  const carried = viewer.imports.link === null ? '' : `${search ? '&' : '?'}import=${encodeURIComponent(viewer.imports.link)}`;
  return `${location.pathname}${search}${carried}${hash}`;
};

const dark = matchMedia('(prefers-color-scheme: dark)');
const base = new URL('data/', document.baseURI).href;
const viewer: Viewer = new Viewer({
  base,
  imports: createImportDependencies(base),
  fetch: (url, init) => fetch(url, init),
  view: here(),
  systemTheme: dark.matches ? 'dark' : 'light',
  onView(view, step) {
    if (step === 'push') history.pushState(null, '', address(view));
    else history.replaceState(null, '', address(view));
  },
});
dark.addEventListener('change', () => {
  viewer.systemTheme = dark.matches ? 'dark' : 'light';
});
addEventListener('popstate', () => viewer.restore(here()));

/** Once the page is there, so that the copy for later does not compete with it; not for readers who save data. */
function keepForOffline(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!import.meta.env.PROD || !isSecureContext || connection?.saveData || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(new URL('sw.js', document.baseURI)).catch((error: unknown) => {
    // The browser may refuse, as in a private window; the page works without it.
    console.info('The atlas is not kept for offline use:', error);
  });
}

// The data are asked for before the page takes its time to be made.
void viewer.load();

const target = document.getElementById('app');
if (target) {
  const picture = document.getElementById('picture');
  mount(App, {
    target,
    props: {
      viewer,
      linkTo: (view: ViewState) => new URL(address(view), location.href).href,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      picture,
      copy: (text: string) => navigator.clipboard.writeText(text),
      onTitle: (title: string, language: Lang) => {
        document.title = title;
        document.documentElement.lang = language;
      },
      onTheme: (choice: ViewState['theme'], resolved: 'light' | 'dark') => {
        const root = document.documentElement;
        if (choice === 'auto') delete root.dataset['theme'];
        else root.dataset['theme'] = choice;
        root.toggleAttribute('data-dark', resolved === 'dark');
      },
      onLive: () => {
        performance.mark('atlas:live');
        keepForOffline();
      },
    },
  });
  document.getElementById('first')?.remove();
}
viewer.imports.start();
const link = new URLSearchParams(location.search).get('import');
if (link !== null) {
  void viewer.imports.openLink(link).then(() => {
    const { select } = viewer.view;
    if (viewer.imports.find(select)) viewer.show(select ?? '');
  });
}

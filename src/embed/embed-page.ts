/** The page that others embed: readable as it stands, alive when the reader wants it. */
import 'virtual:palette.css';
import './embed.css';
import { computeCamera, type Coinciding, computeDrawn } from '../core/geo/camera.ts';
import { type Control, type EmbedConfig, readEmbed } from '../core/embed/embed-url.ts';
import type { Incoming } from '../core/embed/protocol.ts';
import { LANGS, type Lang } from '../core/dataset/enums.ts';
import { writeView } from '../core/url/url.ts';
import { NARROW, RATIO } from './shape.ts';
import type { LiveMap } from './live-map.ts';
import { type EmbedState, isMixedPage, createState } from './state.ts';
import { type Bridge, openBridge } from './bridge.ts';

const html = document.documentElement;
const root = new URL(html.dataset['root'] ?? './', location.href).href;
const importedPage = html.dataset['page'] ?? null;
const pages = (html.dataset['pages'] ?? '').split(' ');
const localLang = LANGS.find((lang): lang is Lang => lang === html.lang) ?? 'en';
const config: EmbedConfig = readEmbed(location.search, location.hash);
const dark = matchMedia('(prefers-color-scheme: dark)');
const themeNow = () => (config.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : config.theme);

let state: EmbedState = createState(config, importedPage, pages, localLang, themeNow());
let live: LiveMap | null = null;
/** The reader, the page round it or the address want a live map, as far as there is WebGL and it is in view. */
let wanted = config.activate !== 'click';
let inView = false;
let waking: Promise<void> | null = null;
let hopeless = false;

const part = <E extends Element = HTMLElement>(selector: string): E | null => document.querySelector<E>(`#embed ${selector}`);
const say = (words: string): void => part('.note')?.replaceChildren(words);

function dress(): void {
  if (config.theme === 'auto') delete html.dataset['theme'];
  else html.dataset['theme'] = config.theme;
  html.toggleAttribute('data-dark', themeNow() === 'dark');
  html.dataset['controls'] = config.controls.join(' ');
}

/** The open map with the same state. */
function openHref({ page, select, compare, year, lang, camera }: EmbedState): string {
  const view = {
    select: select ?? page,
    panel: 'routes' as const,
    compare: [...compare],
    filters: { hiddenGroups: null, hiddenModes: [], hiddenStatuses: [], year },
    lang,
    theme: config.theme,
    camera,
  };
  // English stands in the address, as the open map would else take the reader's language.
  const { search, hash } = writeView(view, { lang: 'en', theme: 'auto', panel: 'routes' });
  const query = new URLSearchParams(search);
  query.set('lang', lang);
  if (config.story !== null) query.set('story', config.story);
  return `${root}index.html?${query.toString()}${hash}`;
}

const linkOn = (): void => part<HTMLAnchorElement>('.open')?.setAttribute('href', openHref(state));

function replaceMain(text: string): void {
  const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  if (main) document.getElementById('embed')?.replaceWith(document.importNode(main, true));
}

/** Brings the page to the state: as the build wrote it, or drawn anew. */
async function write(): Promise<void> {
  const { page, lang } = state;
  if (isMixedPage(state)) {
    const { drawMixedPage } = await import('./mixed-page.ts');
    replaceMain((await drawMixedPage(root, state, openHref(state))).html);
  } else if (html.dataset['written'] !== `${page ?? ''}.${lang}`) {
    const file = page === null && lang === 'en' ? 'embed.html' : `embed/${page ?? '_all'}${lang === 'en' ? '' : `.${lang}`}.html`;
    const answer = await fetch(root + file);
    if (!answer.ok) throw new Error(`${file}: ${String(answer.status)}`);
    replaceMain(await answer.text());
  }
  html.lang = lang;
  html.dataset['written'] = isMixedPage(state) ? '' : `${page ?? ''}.${lang}`;
}

/** Writes the page anew; what cannot be had leaves the page as it is. */
async function rewrite(): Promise<void> {
  const alive = live !== null;
  rest();
  try {
    await write();
  } catch (error) {
    console.warn(error);
  }
  settle();
  if (alive) await wake();
}

/** What has to be done to a page that was just written. */
function settle(): void {
  linkOn();
  const explore = part<HTMLButtonElement>('.explore');
  if (explore) {
    explore.hidden = hopeless || config.activate !== 'click';
    explore.addEventListener('click', () => {
      wanted = true;
      void wake();
    });
  }
  const stage = part('.stage');
  if (stage) {
    watch.disconnect();
    watch.observe(stage);
    shape.disconnect();
    shape.observe(document.body);
  }
}

const watch = new IntersectionObserver(
  (entries) => {
    const entry = entries.at(-1);
    if (!entry) return;
    inView = entry.isIntersecting;
    const enough = config.activate === 'visible' ? entry.intersectionRatio >= 0.5 || entry.intersectionRect.height > 300 : inView;
    if (!inView) rest();
    else if (wanted && (enough || live)) void wake();
  },
  { threshold: [0, 0.25, 0.5, 0.75] },
);

/** The camera that lays the live map over the picture that is seen. */
function pictureCamera(stage: Element): Coinciding | null {
  const seen = [...document.querySelectorAll<SVGSVGElement>('#embed .stage .picture > svg')].find(
    (svg) => svg.getBoundingClientRect().width > 0,
  );
  const drawn = computeDrawn(seen?.getAttribute('viewBox') ?? '', seen?.dataset['camera'] ?? '');
  const { width, height } = stage.getBoundingClientRect();
  return drawn && width > 0 && height > 0 ? computeCamera(drawn, { width, height }) : null;
}

/** The browser offers no WebGL. */
class NoWebgl extends Error {}

/** Asks for a context and gives it back at once, as a page has few. */
function needWebgl(): void {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) throw new NoWebgl();
  context.getExtension('WEBGL_lose_context')?.loseContext();
}

/** Starts the live map, once for all who ask at the same time. */
function wake(): Promise<void> {
  waking ??= start().finally(() => (waking = null));
  return waking;
}

async function start(): Promise<void> {
  const stage = part('.stage');
  const container = part('.live');
  if (live || hopeless || !inView || !stage || !container) return;
  const explore = part<HTMLButtonElement>('.explore');
  if (explore) explore.hidden = true;
  try {
    needWebgl();
    const { LiveMap } = await import('./live-map.ts');
    container.hidden = false;
    live = await LiveMap.start(state, {
      root,
      container,
      theme: state.theme,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      controls: config.controls.filter((one: Control) => one === 'zoom' || one === 'scale' || one === 'fullscreen'),
      camera: isMixedPage(state) ? null : pictureCamera(stage),
      onSelect: (id) => select(id),
      onMove: (camera) => {
        state = { ...state, camera };
        linkOn();
        tell?.tell('view', { ...camera });
      },
      onLive: () => {
        stage.toggleAttribute('data-live', true);
        performance.mark('atlas:live');
      },
      onLost: (error) => {
        console.warn(error);
        rest();
        say(part('.explore')?.dataset['noMap'] ?? '');
        if (explore) explore.hidden = false;
        tell?.tell('error', { code: 'no-map' });
      },
    });
    // It may have gone out of view, have been written anew, or show something else meanwhile.
    if (!inView || !container.isConnected) rest();
    else live.show(state);
  } catch (error) {
    console.warn(error);
    container.hidden = true;
    hopeless = error instanceof NoWebgl;
    say(part('.explore')?.dataset[hopeless ? 'noWebgl' : 'noMap'] ?? '');
    if (explore) explore.hidden = hopeless;
    tell?.tell('error', { code: hopeless ? 'no-webgl' : 'no-map' });
  }
}

/** Gives the WebGL context back; the picture stands there again. */
function rest(): void {
  if (!live) return;
  live.remove();
  live = null;
  part('.stage')?.removeAttribute('data-live');
  part('.live')?.setAttribute('hidden', '');
}

function select(id: string | null): void {
  state = { ...state, select: id };
  live?.show(state);
  linkOn();
  const name = id === null ? null : (live?.getName(id) ?? id);
  say(name === null ? '' : (live?.words.t('embed.selected', { name }) ?? name));
  tell?.tell('select', { id, name });
}

const stateOf = ({ page, routes, corridors, compare, select: selected, year, lang, theme, camera }: EmbedState) => ({
  page,
  routes: [...routes],
  corridors: [...corridors],
  compare: [...compare],
  select: selected,
  year,
  lang,
  theme,
  camera: camera && { ...camera },
  live: live !== null,
});

async function answer(ask: Incoming): Promise<Record<string, unknown>> {
  switch (ask.type) {
    case 'select':
      wanted ||= ask.select !== null;
      if (wanted) await wake();
      select(ask.select);
      if (ask.select !== null) await live?.fit(ask.select);
      break;
    case 'fit':
      wanted = true;
      await wake();
      await live?.fit(ask.fit);
      break;
    case 'setRoutes':
      state = { ...state, routes: ask.routes, corridors: ask.corridors, camera: null };
      await rewrite();
      break;
    case 'setLang':
      state = { ...state, lang: ask.lang };
      await rewrite();
      break;
    case 'setYear':
      state = { ...state, year: ask.year };
      await rewrite();
      break;
    case 'getState':
      break;
  }
  return { ok: true, state: stateOf(state) };
}

/** Height that shows all in the width that there is, the picture in its own shape. */
function naturalHeight(): number {
  const main = document.getElementById('embed');
  if (!main) return 0;
  const stage = part('.stage');
  const rows = [...main.children]
    .filter((child) => child !== stage)
    .reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
  const width = document.body.clientWidth;
  return Math.ceil(rows + Math.max(176, width / (width > NARROW ? RATIO.wide : RATIO.narrow)));
}

let told = 0;
const shape = new ResizeObserver(() => {
  const height = naturalHeight();
  if (height === told || height === 0) return;
  told = height;
  tell?.tell('height', { height });
});

const tell: Bridge | null =
  window.parent === window
    ? null
    : openBridge({
        peer: window.parent,
        origin: config.origin,
        now: () => performance.now(),
        later: (then) => setTimeout(then, 500),
        answer,
      });

html.dataset['written'] = `${importedPage ?? ''}.${localLang}`;
dress();
dark.addEventListener('change', () => {
  dress();
  state = { ...state, theme: themeNow() };
  live?.show(state);
});
if (tell) addEventListener('message', (event) => tell.hear(event));
await rewrite();
tell?.tell('ready', { version: 1, state: stateOf(state) });
if (state.compare.length > 0) tell?.tell('compare', { compare: [...state.compare] });

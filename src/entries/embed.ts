/** The page that others embed: gives it its window, address and system settings. */
import 'virtual:palette.css';
import '../embed/styles/embed.css';
import '../embed/styles/embed-print.css';
import { LANGS } from '../core/dataset/enums.ts';
import { NO_ORIGIN, readEmbed } from '../core/embed/embed-url.ts';
import { getEmbedPath, STORIES } from '../core/url/paths.ts';
import { openBridge } from '../embed/host/bridge.ts';
import { EmbedPage } from '../embed/embed-page.ts';
import { EmbedView } from '../embed/embed-view.ts';
import { loadMain } from '../embed/load-main.ts';
import { createState } from '../embed/state.ts';
import { connectWordPress } from '../embed/host/wordpress.ts';

const { documentElement } = document;
const root = new URL(documentElement.dataset['root'] ?? './', location.href).href;
const page = documentElement.dataset['page'] ?? null;
const pages = (documentElement.dataset['pages'] ?? '').split(' ');
const lang = LANGS.find((one) => one === documentElement.lang) ?? 'en';
const config = readEmbed(location.search, location.hash);
const dark = matchMedia('(prefers-color-scheme: dark)');
const getTheme = () => (config.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : config.theme);

/** The browser offers no WebGL. */
class NoWebgl extends Error {}

/** Asks for a context and gives it back at once, as a page has few. Throws where there is none. */
function requireWebgl(): void {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) throw new NoWebgl();
  context.getExtension('WEBGL_lose_context')?.loseContext();
}

const embed = new EmbedPage(createState(config, page, pages, lang, getTheme()), {
  config,
  root,
  written: { page, lang },
  view: new EmbedView(document, config),
  loadMain: (state, openHref) => loadMain(root, state, openHref),
  followShipments: async (state, shipment) => (await import('../embed/shipments.ts')).followShipments(root, state, shipment),
  isUnsupported: (error) => error instanceof NoWebgl,
  async startMap(state, container, options) {
    requireWebgl();
    const { LiveMap } = await import('../embed/live-map.ts');
    return LiveMap.start(state, {
      ...options,
      root,
      container,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      controls: config.controls.filter((one) => one === 'zoom' || one === 'scale' || one === 'fullscreen'),
    });
  },
  connect(answer) {
    const peer = window.parent;
    const { origin } = config;
    if (peer === window || origin === NO_ORIGIN) return null;
    const bridge = openBridge({
      peer,
      origin,
      now: () => performance.now(),
      schedule: (then) => setTimeout(then, 500),
      answer,
    });
    addEventListener('message', (event) => bridge.receive(event));
    const wordpress = connectWordPress(window);
    return {
      ...bridge,
      send(type, payload) {
        bridge.send(type, type === 'ready' ? { ...payload, title: document.title } : payload);
        if (type === 'height') wordpress?.sendHeight(Number(payload['height']));
      },
    };
  },
  async loadNames(ids, lang) {
    const { loadFeatureNames } = await import('../embed/data.ts');
    return loadFeatureNames(root, ids, lang);
  },
  onDrawn: () => performance.mark('atlas:live'),
});
dark.addEventListener('change', () => embed.setTheme(getTheme()));
if (config.story === null) await embed.start();
else location.replace(root + getEmbedPath(STORIES, config.lang ?? lang) + location.search + location.hash);

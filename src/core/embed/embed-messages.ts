/** The words that embeds show, cut out of a dictionary: a reader of an embed need not fetch those of the whole app. */
import * as v from 'valibot';

/** Words of one language by key. */
export const messagesFile = v.record(v.string(), v.string());

const PREFIXES = ['intl.', 'join.', 'kind.', 'area.', 'compare.item.', 'without.', 'mode.', 'time.basis.'];
/** What only the page shows of these. */
const NOT = [
  'kind.link',
  'kind.node',
  'kind.event',
  'kind.initiative',
  'kind.claim',
  'kind.area',
  'kind.imported',
  'kind.shipment',
  'without.compare',
  'without.method',
  'without.question',
  'without.reopen',
  'without.routes',
  'without.atEnd',
  'without.countries',
  'without.onlyEnds',
  'without.key',
  'without.onMap',
  'without.route',
];
const KEYS = [
  'app.name',
  'compare.between',
  'compare.heading',
  'country.waters',
  'embed.countries',
  'embed.explore',
  'embed.frameTitle',
  'embed.gestureKeys',
  'embed.gestureKeysMac',
  'embed.gestureTouch',
  'embed.noMap',
  'embed.noWebgl',
  'embed.open',
  'embed.selected',
  'figure.area',
  'figure.atLeast',
  'figure.atMost',
  'figure.between',
  'legend.shipmentCount',
  'length.interval',
  'length.spread',
  'list.main',
  'map.attribution',
  'map.fullscreen',
  'map.fullscreenExit',
  'map.kilometre',
  'map.label',
  'map.metre',
  'map.north',
  'map.zoomIn',
  'map.zoomOut',
  'page.country',
  'page.drawn',
  'page.estimated',
  'page.noPublished',
  'page.published',
  'panel.shipments',
  'section.point',
  'time.series',
  'unit.d',
  'unit.ha',
];

/** True where an embed may show the words of a key. */
export const isEmbedKey = (key: string): boolean =>
  KEYS.includes(key) || (!NOT.includes(key) && PREFIXES.some((prefix) => key.startsWith(prefix)));

/** The part of a dictionary that embeds show. */
export const pickEmbedMessages = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter(([key]) => isEmbedKey(key)));

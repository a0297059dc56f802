/** Words of operations, statuses and modes in the languages of the railways and forwarders; texts come folded (`foldText`). */
import type { Classifier, EventKind, TransportMode } from './event.ts';

/** The first that is met counts: "unloaded" before "loaded". */
const KINDS: readonly [EventKind, RegExp][] = [
  [
    'transhipped',
    /перегруз|перестановк|смена колеи|reload|tran[s]?ship|gauge|кайта тиеу|қайта тиеу|aktarma|asirma|yeniden yukle|换装|გადატვირთვ/,
  ],
  ['gate-out', /gate ?out|выезд|вывоз|kapi cikis|出场|提箱/],
  ['gate-in', /gate ?in\b|заезд|завоз|въезд|kapi giris|进场|进站堆存/],
  ['discharged', /выгру[зж]|разгру[зж]|unload|discharg|bosalt|tahliye|түсіру|卸|გადმოტვირთ|განტვირთ/],
  ['loaded', /погру[зж]|налив|\bload|yukle|тиеу|装|დატვირთ/],
  ['handover', /стык|handover|hand over|interchange|border cross|tehvil|devir|交接|გადაცემ/],
  ['customs', /тамож|custom|gomruk|gumruk|кеден|海关|清关|საბაჟ/],
  ['stopped', /бросан|брошен|задерж|отстав|stopped|delay|\bhold|durdur|saxlan|тоқтат|滞留|停运|შეჩერ/],
  ['passed', /проследов|проход|\bpass|transit through|gecis|gecme|kecid|өту|通过|途经|გავლ/],
  [
    'departed',
    /отправ|отход|убыти|убыл|depart|\bsailed|cikis|kalkis|hareket|yola sal|gonder|жөнел|发车|出发|发出|离|გასვლ|გაგზავნ/,
  ],
  ['arrived', /прибы|arriv|varis|gelis|gelme|catma|келу|келді|到达|到站|抵|ჩამოსვლ|მისვლ|ჩასვლ/],
  ['position', /position|местополож|gps|координат|позиц/],
];

export function findKind(text: string): EventKind {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

const CLASSIFIERS: readonly [Classifier, RegExp][] = [
  ['ACT', /^(?:act|actual|fact|факт\S*|actual date|gercek\S*|fakt\S*|нақты|实际|ფაქტ\S*)$/],
  [
    'EST',
    /^(?:est|estimated|expected|eta|etd|forecast|прогноз\S*|ожида\S*|расчетн\S*|tahmini|texmini|gozlenil\S*|болжам\S*|预计|სავარაუდო|მოსალოდნ\S*)$/,
  ],
  ['PLN', /^(?:pln|plan|planned|scheduled|план\S*|по плану|planli|planlanan|planlasdir\S*|жоспар\S*|计划|გეგმ\S*|დაგეგმ\S*)$/],
];

export const findClassifier = (text: string): Classifier | null =>
  CLASSIFIERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const MODES: readonly [TransportMode, RegExp][] = [
  ['sea', /\bsea\b|vessel|ship\b|ferry|морск|море|паром|судн|deniz|gemi|feribot|bere|теңіз|кеме|海运|船|轮|ზღვ|გემ|ბორან/],
  ['rail', /rail|train|wagon|жд|железн|поезд|вагон|demir ?yol|tren|qatar|vaqon|vagon|теміржол|пойыз|铁路|火车|რკინიგზ|მატარებ/],
  ['road', /road|truck|авто|karayolu|kamyon|avtomobil|жол көлік|公路|卡车|საგზაო/],
];

export const findMode = (text: string): TransportMode | undefined => MODES.find(([, pattern]) => pattern.test(text))?.[0];

/** Marks for "not given". */
export const isBlank = (text: string): boolean => /^\s*(?:[-–—.]*|н\/?д|n\/?a|нет|null|none|无|—)\s*$/i.test(text);

/** Abbreviations of ex-Soviet railways, as a column "Дорога" has them, and the countries that they belong to. */
const RAILWAYS: Readonly<Record<string, string>> = {
  КЗХ: 'KZ',
  КТЖ: 'KZ',
  АДЮ: 'AZ',
  АЗ: 'AZ',
  АЗР: 'AZ',
  ГРЗ: 'GE',
  ТРК: 'TM',
  УТИ: 'UZ',
  УЗБ: 'UZ',
  КРГ: 'KG',
  ТДЖ: 'TJ',
  ТЖД: 'TJ',
  ЮКЖ: 'AM',
  БЧ: 'BY',
  БЕЛ: 'BY',
  КЖД: 'CN',
  РЖД: 'RU',
  KZH: 'KZ',
  KTZ: 'KZ',
  ADY: 'AZ',
  GR: 'GE',
  TCDD: 'TR',
};

export const findRailwayCountry = (text: string): string | undefined => RAILWAYS[text.trim().toUpperCase()];

export const parseCountry = (text: string): string | undefined => {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
};

/** A number with blanks between thousands, decimal point or comma; null where it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace('\u2212', '-');
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(plain)) return Number(plain.replace(/,/g, ''));
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

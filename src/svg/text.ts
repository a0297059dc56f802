/**
 * Width of a text, and its lines, without a screen to measure on: advance widths of Noto Sans, measured in a browser. Wrong by a
 * few per cent, always the same.
 */

/** Characters by width in hundredths of an em; accented ones are as wide as their letter. */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [0, '\u2060'],
  [18, '‘’'],
  [22, "'¸"],
  [26, ' !,.:;ijl\u00a0¡·ıŀłіјا٬٫'],
  [28, 'J`´ІЈ'],
  [30, '()'],
  [32, '-[]ſ'],
  [34, 'IfӀӏ،؛'],
  [36, 'tª²³¹ŧ“”'],
  [38, '/\\{}ºرزژ'],
  [40, '"'],
  [42, 'r°ءة'],
  [44, '?_¿гґғ؟'],
  [46, 'тѕو'],
  [48, 'cszзҙҫҭه'],
  [50, 'v«¯»Гсуэєүұӡჲჳჸჺ–'],
  [52, 'FLxy§ĳĿŁхҝჱჴدذعغ'],
  [54, 'SkĸЅкьҐҒҕҟ'],
  [57, 'იკჯჰ'],
  [58, '$+0123456789<=>XZ^~¢£¤¥¨¬±×÷ЗХлчяҘӆӠჹ−۰۱۲۳۴۵۶۷۸۹ვპ'],
  [59, 'ექჩჭ'],
  [60, 'PVoÞðøРЬбдопрџҹөგმნსუყშძწხ'],
  [61, 'ბ'],
  [62, 'KRbdghnpquµþđħĲŋБКУинцъђћҜҞҡҷһӈӌზჟ'],
  [64, '#ACßЄАСЭЯҩҪҲجحخ'],
  [66, 'B¶ВҔңҽҿӊც'],
  [68, 'ŉЧЪҚ'],
  [70, 'ЛҠҶҸҺӃӋچ'],
  [72, 'GЂЋДҵӅ'],
  [74, '&DHU¼ÐĐĦƏЏНПЦфҥӇӘنلیي'],
  [76, 'NŊИОжмыҢӉӎ'],
  [78, 'OQw½¾ØҨӨტ'],
  [80, 'юҗ…طظقორღ'],
  [82, 'ФҤჶ'],
  [84, '%©®ЫҼҾ→'],
  [86, 'æљҧҴӕფ'],
  [88, 'ÆӔდთ'],
  [90, '@MЖМшщњҖ'],
  [92, 'ŒӍ'],
  [94, 'Wmœکگ'],
  [100, 'Ю—'],
  [102, 'ЉЊЩ'],
  [104, 'Ш'],
  [106, 'Ҧ'],
  [109, 'بپتثفლ'],
  [127, 'سش'],
  [135, 'صض'],
];
/** Persian letters before another letter, which they are joined to; the table has them at the end of a word, or alone. */
const JOINED: readonly (readonly [width: number, characters: string])[] = [
  [31, 'بپتثنیيئل'],
  [46, 'فقکكگ'],
  [51, 'عغ'],
  [55, 'مه'],
  [60, 'جچحخ'],
  [70, 'طظ'],
  [81, 'سش'],
  [92, 'صض'],
];
/** Width of whatever is not in the table, such as most lower-case letters. */
const OTHER = 56;
/** How much wider the bold face is. */
const BOLD = 1.046;
const BOLD_GEORGIAN = 1.03;
const GEORGIAN_LETTER = /[\u10d0-\u10ff]/;
/** From here on characters fill a square. */
const WIDE = 0x2e80;

const tabulate = (rows: typeof WIDTHS): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([width, characters]) => [...characters].map((character) => [character, width])));
const table = tabulate(WIDTHS);
const joined = tabulate(JOINED);
const ARABIC_LETTER = /[\u0620-\u064a\u066e-\u06d3]/;

/** Share of the width that lines of text may take: an image has the fonts of its reader's machine, some wider than ours. */
export const TEXT_SHARE = 0.86;

export interface Setting {
  bold?: boolean;
  /** Space between letters, in ems. */
  spacing?: number;
}

/** Width of a text in ems. */
export function measureText(text: string, { bold = false, spacing = 0 }: Setting = {}): number {
  let width = 0;
  // Marks stand over letters; signs that only say how to join or in what order to read have no width.
  const characters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  for (const [i, character] of characters.entries()) {
    if (/\p{Cf}/u.test(character)) continue;
    const isJoined = ARABIC_LETTER.test(characters[i + 1] ?? '');
    const plain = (isJoined ? joined.get(character) : undefined) ?? table.get(character) ?? OTHER;
    const hundredths =
      (character.codePointAt(0) ?? 0) >= WIDE
        ? 100
        : plain * (!bold ? 1 : GEORGIAN_LETTER.test(character) ? BOLD_GEORGIAN : BOLD);
    width += hundredths / 100 + spacing;
  }
  return width;
}

const HAN = '\\u2e80-\\u9fff\\uff00-\\uffef';
const OPENING = '（《「【';
/** Spaces at which a line may end. */
const SPACES = '(?:(?![\\u00a0\\u202f])\\s)+';
const LETTER = `(?:[\\u00a0\\u202f]|[^\\s${HAN}-])`;
const HAN_WITH_MARKS = `[“‘${OPENING}]*(?![${OPENING}])[${HAN}](?:\\u2060.|[，。、；：？！”’）》」】…—])*`;
/**
 * Pieces between which a line may end: after spaces and hyphens, and between Chinese characters, where no line begins with a mark that
 * closes or ends with one that opens. A dash between spaces belongs to the word before it, and a joiner parts nothing.
 */
const WORD = new RegExp(
  `${HAN_WITH_MARKS}|[${OPENING}]*${LETTER}*(?:-|${SPACES}(?:[–—]${SPACES})?|$)|[${OPENING}]*${LETTER}+(?:(?<=\\u2060)${HAN_WITH_MARKS})?|[${HAN}]`,
  'gu',
);

const splitWords = (text: string): string[] => text.match(WORD)?.filter((word) => word !== '') ?? [text];

/** As much of a word as is no wider than `room` ems, one character at the least, and the rest. */
function splitWord(word: string, room: number, setting: Setting): [start: string, rest: string] {
  const characters = [...word];
  let count = characters.length;
  while (count > 1 && measureText(characters.slice(0, count).join(''), setting) > room) count -= 1;
  return [characters.slice(0, count).join(''), characters.slice(count).join('')];
}

/** The lines of a text, none wider than `width` pixels at a size; a word that is too long for one is broken. */
export function wrapText(text: string, width: number, size: number, setting: Setting = {}): string[] {
  const room = width / size;
  const fits = (line: string): boolean => measureText(line.trimEnd(), setting) <= room;
  const lines: string[] = [];
  let line = '';
  for (const word of splitWords(text)) {
    if (line !== '' && !fits(line + word)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
    while (!fits(line)) {
      const [start, rest] = splitWord(line, room, setting);
      if (rest === '') break;
      lines.push(start.trimEnd());
      line = rest;
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}

/** What closes each sign that opens. “ opens in some languages, and closes „ in others. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['„', '“”'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['【', '】'],
]);

/** The signs that close what a text has opened and not closed. */
export function closeOpen(text: string): string {
  const open: string[] = [];
  // An apostrophe is the sign that closes ‘ and closes nothing.
  for (const sign of text.replace(/(?<=\p{L})’(?=\p{L})/gu, '')) {
    const closing = CLOSING.get(sign);
    if (open.at(-1)?.includes(sign)) open.pop();
    else if (closing !== undefined) open.push(closing);
  }
  return open
    .reverse()
    .map((closing) => closing.charAt(0))
    .join('');
}

/** The first `most` lines, with an ellipsis where that leaves any out, after which quotations and brackets are closed. */
export function limitLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const last = lines[most - 1] ?? '';
  const space = last.lastIndexOf(' ');
  const cut = space > last.length / 2 ? last.slice(0, space) : last.slice(0, -1);
  const before = lines.slice(0, most - 1);
  const end = cut.replace(/[\s,;:·–—-]+$/, '');
  return [...before, `${end}…${closeOpen([...before, end].join(' '))}`];
}

/** Lines of about the same length, no longer than `room` ems where words allow it. */
export function balanceLines(text: string, room: number, setting: Setting): string[] {
  const measure = (line: string): number => measureText(line.trim(), setting);
  const total = measureText(text, setting);
  if (total <= room) return [text];
  const target = total / Math.ceil(total / room);
  const lines: string[] = [];
  let line = '';
  for (const word of splitWords(text)) {
    const longer = line + word;
    if (line === '' || Math.abs(measure(longer) - target) <= Math.abs(measure(line) - target)) line = longer;
    else {
      lines.push(line.trim());
      line = word;
    }
  }
  return [...lines, line.trim()];
}

/**
 * Width of a text, and its lines, without a screen to measure on: advance widths of Noto Sans, measured in a browser. Wrong by a
 * few per cent, always the same.
 */

/** Characters by width in hundredths of an em; accented ones are as wide as their letter. */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [18, '‘’'],
  [22, "'¸"],
  [26, ' !,.:;ijl\u00a0¡·ıŀłіј'],
  [28, 'J`´ІЈ'],
  [30, '()'],
  [32, '-[]ſ'],
  [34, 'IfӀӏ'],
  [36, 'tª²³¹ŧ“”'],
  [38, '/\\{}º'],
  [40, '"'],
  [42, 'r°'],
  [44, '?_¿гґғ'],
  [46, 'тѕჯ'],
  [48, 'cszзҙҫҭ'],
  [50, 'v«¯»Гсуэєүұӡაეზპჰჲჳჸჺ–'],
  [52, 'FLxy§ĳĿŁхҝბვიკმნჟსუქყშჩძწჭხჱჴ'],
  [54, 'SkĸЅкьҐҒҕҟ'],
  [58, '$+0123456789<=>XZ^~¢£¤¥¨¬±×÷ЗХлчяҘӆӠგცჹ−'],
  [60, 'PVoÞðøРЬбдопрџҹө'],
  [62, 'KRbdghnpquµþđħĲŋБКУинцъђћҜҞҡҷһӈӌ'],
  [64, '#ACßЄАСЭЯҩҪҲ'],
  [66, 'B¶ВҔңҽҿӊტ'],
  [68, 'ŉЧЪҚ'],
  [70, 'ЛҠҶҸҺӃӋ'],
  [72, 'GЂЋДҵӅ'],
  [74, '&DHU¼ÐĐĦƏЏНПЦфҥӇӘ'],
  [76, 'NŊИОжмыҢӉӎ'],
  [78, 'OQw½¾ØҨӨოღ'],
  [80, 'юҗთრ…'],
  [82, 'ФҤდფჶ'],
  [84, '%©®ЫҼҾ→'],
  [86, 'æљҧҴӕ'],
  [88, 'ÆӔ'],
  [90, '@MЖМшщњҖ'],
  [92, 'ŒӍ'],
  [94, 'Wmœ'],
  [100, 'Ю—'],
  [102, 'ЉЊЩ'],
  [104, 'Ш'],
  [106, 'Ҧლ'],
];
/** Width of whatever is not in the table, such as most lower-case letters. */
const OTHER = 56;
/** How much wider the bold face is. */
const BOLD = 1.046;
/** From here on characters fill a square. */
const WIDE = 0x2e80;

const table = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width])));

export interface Setting {
  bold?: boolean;
  /** Space between letters, in ems. */
  spacing?: number;
}

/** Width of a text in ems. */
export function measureText(text: string, { bold = false, spacing = 0 }: Setting = {}): number {
  let width = 0;
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    const hundredths = (character.codePointAt(0) ?? 0) >= WIDE ? 100 : (table.get(character) ?? OTHER) * (bold ? BOLD : 1);
    width += hundredths / 100 + spacing;
  }
  return width;
}

/** Pieces between which a line may end: after spaces and hyphens, and between Chinese characters. */
function splitWords(text: string): string[] {
  return (
    text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef-]*(?:-|\s+|$)/gu)?.filter((word) => word !== '') ?? [
      text,
    ]
  );
}

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

/** The first `most` lines, with an ellipsis where that leaves any out. */
export function limitLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const last = lines[most - 1] ?? '';
  const space = last.lastIndexOf(' ');
  const cut = space > last.length / 2 ? last.slice(0, space) : last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${cut.replace(/[\s,;:·–-]+$/, '')}…`];
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

/**
 * How wide a text is without a screen to measure it on: advance widths of Noto Sans, measured in a browser, so that labels of
 * pictures know their room. Wrong by a few per cent, always the same.
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

/** Width of a text in ems. */
export function measureText(text: string, { bold = false, spacing = 0 }: { bold?: boolean; spacing?: number } = {}): number {
  let width = 0;
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    const hundredths = (character.codePointAt(0) ?? 0) >= WIDE ? 100 : (table.get(character) ?? OTHER) * (bold ? BOLD : 1);
    width += hundredths / 100 + spacing;
  }
  return width;
}

/** Texts as they are looked for: what people write in several ways becomes one. */

const KAZAKH: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' };
/** Persian parts of a word are parted by it; many type a space or nothing. */
export const NON_JOINER = '\u200c';
const NON_JOINERS = /[\u200c\u200d]/gu;

/** Lower case without marks; letters that people write in several ways become one. */
export function normalizeForSearch(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ıї]/gu, 'i')
      .replace(/ə/gu, 'a')
      .replace(/ё/gu, 'е')
      // Kazakh as typed on a Russian keyboard.
      .replace(/[әғқңөұүһі]/gu, (letter) => KAZAKH[letter] ?? letter)
      // Persian as typed on an Arabic keyboard.
      .replace(/[يى]/gu, 'ی')
      .replace(/ك/gu, 'ک')
      .replace(/ة/gu, 'ه')
      .replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
      .replace(NON_JOINERS, '')
      .replace(/ß/gu, 'ss')
      .replace(/ł/gu, 'l')
      .replace(/[’'`ʻʼ]/gu, '')
  );
}

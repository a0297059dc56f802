/**
 * Text made comparable: one width, small letters, no accents on Latin letters, no apostrophes, single blanks between words.
 * Turkish and Azerbaijani letters without a twin elsewhere become their plain form.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[İIı]/g, 'i')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/ə/g, 'e')
    .replace(/['’ʼʻ`´ʹ]/g, '')
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const KAZAKH: Readonly<Record<string, string>> = { ө: 'о', қ: 'к', ұ: 'у', ү: 'у', ә: 'а', ғ: 'г', ң: 'н', і: 'и', һ: 'х' };

/** The name of a station as Russian papers write it: Kazakh letters by their nearest, no blanks or hyphens. */
export const foldLoosely = (folded: string): string =>
  folded.replace(/[өқұүәғңіһ]/g, (letter) => KAZAKH[letter]!).replace(/ /g, '');

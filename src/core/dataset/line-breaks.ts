/** Where no line of a text ends: whoever writes a text cannot see which space does not break, so these are set where texts are made. */
import { getLanguage, type Lang } from './enums.ts';

export const NO_BREAK_SPACE = '\u00a0';
/** Has no width; keeps the signs on its two sides together. */
const JOINER = '\u2060';

/** A dash that stands between spaces ends a line and begins none. */
const BEFORE_DASH = /(?<=\S) (?=[–—](?:\s|$))/g;
/** A dash between two figures keeps the second one beside it. */
const SPAN_DASH = /(?<=\p{Nd})–(?=\p{Nd})/gu;
/** A Chinese ordinal, or what is counted: the word of a large number, then a unit of one or more characters. */
const CHINESE_COUNT =
  /(?<=\p{Nd}[%‰]?)\u2060?(?:万亿|[万亿])?(?:公里\/小时|平方米|标准箱|公里|千米|毫米|公顷|小时|分钟|欧元|美元|[年月日时分秒次条段个天吨米处种列])?/gu;
const CHINESE_ORDINAL = /第(?=\p{Nd})/gu;

/** What is joined already stays so. */
const join = (match: string): string => {
  const signs = match.replaceAll(JOINER, '');
  return signs === '' ? match : [...signs].map((sign) => `${JOINER}${sign}`).join('');
};

/** Dashes on the line of the word before them, spans in one piece; in Chinese, without spaces there, figures on the line of what they count. */
export const bindText = (text: string, lang: Lang): string => {
  const bound =
    getLanguage(lang).script === 'Hans'
      ? text.replace(CHINESE_COUNT, join).replace(CHINESE_ORDINAL, `第${JOINER}`)
      : text.replace(BEFORE_DASH, NO_BREAK_SPACE);
  return bound.replace(SPAN_DASH, `–${JOINER}`);
};

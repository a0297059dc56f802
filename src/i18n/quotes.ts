/** Quotations within quotations: a sentence that quotes, and is quoted in another, takes the inner marks of its language there. */
import { getLanguage, type Lang } from '../core/dataset/enums.ts';

interface Marks {
  open: string;
  close: string;
}

/** The marks of a language by depth: what is quoted within what is quoted within a quotation has the outer ones again. */
const getMarks = (lang: Lang): [outer: Marks, inner: Marks] => {
  const [open = '', close = '', innerOpen = '', innerClose = ''] = getLanguage(lang).quotes;
  return [
    { open, close },
    { open: innerOpen, close: innerClose },
  ];
};

/** An apostrophe is the same sign as a mark that closes; it stands between letters, as in "Iran’s". */
const isApostrophe = (signs: readonly string[], index: number): boolean =>
  signs[index] === '’' && /\p{L}/u.test(signs[index - 1] ?? '') && /\p{L}/u.test(signs[index + 1] ?? '');

/** A text as it stands within a quotation: its own are an order deeper. Marks that open and never close, or close what is not open, stay. */
export function nestQuotes(text: string, lang: Lang): string {
  const marks = getMarks(lang);
  if (!marks.some(({ open }) => text.includes(open))) return text;
  const signs = [...text];
  const written = [...signs];
  const openings: { at: number; close: string }[] = [];
  signs.forEach((sign, at) => {
    const last = openings.at(-1);
    if (last?.close === sign && !isApostrophe(signs, at)) {
      openings.pop();
      const { open, close } = marks[openings.length % 2 === 0 ? 1 : 0];
      written[last.at] = open;
      written[at] = close;
      return;
    }
    const opened = marks.find(({ open }) => open === sign);
    if (opened) openings.push({ at, close: opened.close });
  });
  return written.join('');
}

/** Whether a place in the words of a dictionary lies within quotation marks. */
export function isQuoted(words: string, at: number, lang: Lang): boolean {
  const [{ open, close }] = getMarks(lang);
  return words.lastIndexOf(open, at) > words.lastIndexOf(close, at);
}

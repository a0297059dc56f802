/** Sources as they are cited. */
import type { Manifest } from '../core/dataset/model.ts';
import { addAside } from './punctuation.ts';
import type { Translator } from './translate.ts';

export type Source = Manifest['sources'][number];

/** The parts of a citation: what stands before the title, the title, the language of both, and what follows in the reader’s. */
export interface Citation {
  before: string;
  title: string;
  lang: string | undefined;
  after: string;
}

/** A title that is not known is told as catalogues do: what it is, in square brackets. */
export function citeSource(tr: Translator, source: Source): Citation {
  const { publisher, title, lang = 'en', described, unverified } = source;
  if (unverified) return { before: '', title: tr.t('source.unverified'), lang: undefined, after: '' };
  return {
    before: publisher ? `${publisher}: ` : '',
    title: described ? `[${title}]` : title,
    lang,
    after: addAside(tr, '', listAsides(tr, source)),
  };
}

/** What is said of a source beside its name, in the reader’s language. */
function listAsides(tr: Translator, { described, date, after, host, written }: Source): string[] {
  const key = `source.written.${written}`;
  return [
    described && tr.lang !== 'en' ? tr.t('text.inEnglish') : '',
    date ? tr.date(date) : '',
    after ? tr.t('source.after', { name: after }) : '',
    host ? tr.t('source.host', { name: host }) : '',
    tr.has(key) ? tr.t(key) : '',
  ];
}

/** What square brackets mean, where one of the sources has them. */
export const explainBrackets = (tr: Translator, sources: readonly Source[]): string =>
  sources.some(({ described }) => described) ? tr.t('source.brackets') : '';

/** "Publisher: Title (26 May 2023)". */
export function formatSource(tr: Translator, source: Source): string {
  const { before, title, after } = citeSource(tr, source);
  return `${before}${title}${after}`;
}

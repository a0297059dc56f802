import { type Atlas, findFeature, getName, getText } from './dataset.ts';
import { NO_BREAK_SPACE } from './line-breaks.ts';
import { getLanguage, type Lang } from './model.ts';

/** What stands between the two ends of a line; no line of a text begins with it. */
export const getDash = (lang: Lang): string => (getLanguage(lang).dash ?? ' – ').replace(/^ /, NO_BREAK_SPACE);

/** "Baku – Kars", as the language writes it. */
export const joinEnds = (lang: Lang, from: string, to: string): string => `${from}${getDash(lang)}${to}`;

/** The name of any feature in a language: a link has those of its ends, an event its title, a claim its text; null for an unknown id. */
export function findFeatureName(atlas: Atlas, id: string, lang: Lang): string | null {
  const found = findFeature(atlas, id);
  switch (found?.kind) {
    case undefined:
      return null;
    case 'link': {
      const { from, to } = found.value.properties;
      return joinEnds(lang, findFeatureName(atlas, from, lang) ?? from, findFeatureName(atlas, to, lang) ?? to);
    }
    case 'node':
    case 'area':
      return getName(lang, found.value.properties);
    case 'event':
      return getText(lang, found.value.title);
    case 'claim':
      return getText(lang, found.value.text);
    case 'corridor':
    case 'route':
    case 'initiative':
      return getName(lang, found.value);
  }
}

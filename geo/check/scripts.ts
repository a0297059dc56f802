/** In which letters each language writes names: a name that is in others was never translated, or was put into a wrong column. */
import { type Lang, type Language, LANGUAGES } from '../../src/core/dataset/enums.ts';
import type { NameRow } from '../read/names.ts';
import type { Problem } from '../read/problem.ts';

/** Letters by the script of a language; Chinese names of foreigners have a dot between their parts. */
const SCRIPTS: Readonly<Record<Language['script'], RegExp>> = {
  Arab: /^\p{Script=Arabic}+$/u,
  Cyrl: /^\p{Script=Cyrillic}+$/u,
  Geor: /^[ა-ჰ]+$/u,
  Hans: /^\p{Script=Han}+$/u,
  Latn: /^\p{Script=Latin}+$/u,
};

/** Languages whose alphabet is narrower than their script, where a letter too many gives a foreign spelling away. */
const ALPHABETS: Readonly<Record<string, RegExp>> = {
  az: /^[abcçdeəfgğhxıijkqlmnoöprsştuüvyz]+$/u,
  // Arabic ي and ك look alike and are other letters.
  fa: /^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئأؤ]+$/u,
  kk: /^[аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя]+$/u,
  ru: /^[абвгдеёжзийклмнопрстуфхцчшщъыьэюя]+$/u,
};

/** Without signs that stand by letters of any script, such as the one in "Oʻzbekiston". */
const keepLetters = (lang: string, name: string): string => name.toLocaleLowerCase(lang).replace(/[^\p{L}]|\p{Lm}/gu, '');

/** Whether a name is in the script of a language; figures, spaces and marks are in all of them. */
export function isInScript(lang: string, name: string): boolean {
  const letters = keepLetters(lang, name);
  const isKnown = (code: string): code is Lang => Object.hasOwn(LANGUAGES, code);
  return letters !== '' && (!isKnown(lang) || SCRIPTS[LANGUAGES[lang].script].test(letters));
}

/** Whether a name has no letters but those of a language. */
const isInAlphabet = (lang: string, name: string): boolean =>
  isInScript(lang, name) && (ALPHABETS[lang]?.test(keepLetters(lang, name)) ?? true);

/** Names in the letters of another language. */
export function checkScripts(rows: readonly NameRow[]): Problem[] {
  return rows.flatMap(({ file, place, names }) =>
    Object.entries(names)
      .filter(([lang, name]) => !isInAlphabet(lang, name))
      .map(([lang, name]) => ({
        file,
        feature: place,
        problem: `"${name}" has letters that the language "${lang}" does not write`,
        remedy: 'write it as a newspaper of that language does',
      })),
  );
}

import type { Text } from '../core/dataset/model.ts';
import type { Lang } from '../core/dataset/enums.ts';
import type { Key } from './dictionaries/en.ts';
import type { EditorKey, EditorWords } from './dictionaries/editor/en.ts';
import { loadDictionary } from './index.ts';
import { type Translator, translator } from './translate.ts';

/** Has the words of the page and those of the editor of stories. */
export type EditorTranslator = Translator<Key | EditorKey>;

/** Fetches the words of the editor, which the page itself does without. */
export async function loadEditorTranslator(lang: Lang, countries?: Readonly<Record<string, Text>>): Promise<EditorTranslator> {
  const [dictionary, { words }] = await Promise.all([
    loadDictionary(lang),
    import(`./dictionaries/editor/${lang}.ts`) as Promise<{ words: EditorWords }>,
  ]);
  return translator<EditorKey>(lang, { ...dictionary, ...words }, countries);
}

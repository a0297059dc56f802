import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../../src/core/dataset/model.ts';
import { type EditorKey, words as english } from '../../../src/i18n/dictionaries/editor/en.ts';
import { loadEditorTranslator } from '../../../src/i18n/editor-words.ts';

const slots = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe.each(LANGS)('the words of the editor in %s', (lang) => {
  it('are all there, none empty, with the slots of the English ones', async () => {
    const { words } = (await import(`../../../src/i18n/dictionaries/editor/${lang}.ts`)) as { words: Record<EditorKey, string> };
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(words)) {
      expect(text.trim(), key).not.toBe('');
      expect(slots(text), key).toEqual(slots(english[key as EditorKey]));
    }
    const tr = await loadEditorTranslator(lang);
    expect(tr.t('write.chapter', { n: 3 })).toMatch(/[3۳]/);
    expect(tr.t('tab.story')).not.toBe('');
  });
});

it('has no word that the editor does not show', () => {
  const code = readdirSync('src/app/story-editor', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => readFileSync(`src/app/story-editor/${name}`, 'utf8'))
    .join('\n');
  const prefixes = [...code.matchAll(/`((?:[a-zA-Z]+\.)+)\$\{/g)].map(([, prefix]) => prefix!);
  const unused = Object.keys(english).filter(
    (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

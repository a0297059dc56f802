import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Who may import whom is held by .dependency-cruiser.mjs.

const outsideWorld = ['location', 'history', 'localStorage', 'sessionStorage'].map((name) => ({
  name,
  message: 'Only src/entries touches the page it runs in; pass it in.',
}));

const MARKUP = 'Text from data is never HTML.';

export default ts.config(
  {
    ignores: [
      'dist/',
      'static/',
      'node_modules/',
      '.cache/',
      'test-results/',
      'tests/bench/rivals/',
      'tests/hosts/projects/',
      'packages/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      // Counted by tests/unit/habits.test.ts: a few are honest.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe'].map((property) => ({
          property,
          message: MARKUP,
        })),
        { object: 'document', property: 'write', message: MARKUP },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-imports': ['error', { name: 'svelte/store', message: 'Keep state in runes.' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-cond-assign': ['error', 'always'],
      'no-return-assign': ['error', 'always'],
      'no-restricted-syntax': [
        'error',
        { selector: 'ObjectExpression > SpreadElement > ObjectExpression', message: 'Write its properties where they belong.' },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, projectService: true, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // There are no stores, as held above; to look for their wrong use took half of the time of all rules together.
      'svelte/require-store-reactive-access': 'off',
      // Mustaches with a space keep spaces between elements.
      'svelte/no-useless-mustaches': 'off',
      // A component's state may change between any two statements.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    // Lists of words are harder to translate when cut up; a test tells its story in one piece.
    files: ['src/i18n/dictionaries/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      // A callback of a test changes its subject.
      'no-return-assign': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['src/{core,i18n,map,svg,pages,embed,overlay,app}/**'],
    rules: { 'no-restricted-globals': ['error', ...outsideWorld] },
  },
  {
    files: ['*.js', '.dependency-cruiser.mjs', 'tools/dev/check-node.mjs'],
    ...ts.configs.disableTypeChecked,
  },
);

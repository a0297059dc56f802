import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Who may import whom: a folder, and what its files must not reach for. */
const folders = ['core', 'i18n', 'map', 'svg', 'pages', 'state', 'ui', 'entries'];
const allowed = {
  core: [],
  i18n: ['core'],
  map: ['core'],
  svg: ['core'],
  pages: ['core', 'i18n', 'svg'],
  state: ['core', 'i18n'],
  ui: ['core', 'i18n', 'state', 'svg'],
  entries: folders,
};

const inside = (folder) => [`**/${folder}/**`, `**/${folder}`];
const pure = ['svelte', 'svelte/*', 'maplibre-gl', 'maplibre-gl/*'];

const directions = Object.entries(allowed).map(([folder, may]) => ({
  files: [`src/${folder}/**/*.{ts,svelte}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...folders
            .filter((other) => other !== folder && !may.includes(other))
            .map((other) => ({
              group: inside(other),
              message: `src/${folder} must not import src/${other}: imports run entries → ui → state → core.`,
            })),
          { group: ['**/geo/**', '**/tests/**'], message: 'src never imports geo or tests: it reads data/ by URL.' },
          ...(['core', 'svg', 'i18n', 'pages'].includes(folder)
            ? [{ group: pure, message: `src/${folder} is pure TypeScript.` }]
            : []),
          ...(folder === 'map' ? [{ group: ['svelte', 'svelte/*'], message: 'src/map knows MapLibre only.' }] : []),
          ...(['state', 'ui', 'entries'].includes(folder)
            ? [{ group: ['maplibre-gl', 'maplibre-gl/*'], message: 'MapLibre stays in src/map.' }]
            : []),
        ],
      },
    ],
  },
}));

const outsideWorld = ['location', 'history', 'localStorage', 'sessionStorage'].map((name) => ({
  name,
  message: 'Only src/entries touches the page it runs in; pass it in.',
}));

export default ts.config(
  { ignores: ['dist/', 'static/', 'node_modules/', '.cache/', 'test-results/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe'].map((property) => ({
          property,
          message: 'Text from data is never HTML.',
        })),
        { object: 'document', property: 'write', message: 'Text from data is never HTML.' },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    // Mustaches with a space keep spaces between elements.
    rules: { 'svelte/no-at-html-tags': 'error', 'svelte/no-useless-mustaches': 'off' },
  },
  ...directions,
  {
    // The one component that holds the canvas.
    files: ['src/app/map/MapCanvas.svelte'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['**/geo/**', 'maplibre-gl'], message: 'Use src/map.' }] }],
    },
  },
  { files: ['src/{core,i18n,map,svg,pages,state,ui}/**'], rules: { 'no-restricted-globals': ['error', ...outsideWorld] } },
  {
    files: ['geo/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: ['i18n', 'map', 'svg', 'pages', 'state', 'ui', 'entries'].map((folder) => ({
            group: [`**/src/${folder}/**`],
            message: 'geo imports src/core only.',
          })),
        },
      ],
    },
  },
);

/** Pages that show the sources of the examples in `static/examples`, in `dist/examples`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { markup } from '../../src/core/markup.ts';
import { CONTENT_POLICY } from '../host/headers.ts';
import { DIST } from './site.ts';

const FROM = 'static/examples';
const NAMES: Record<string, string> = { jsx: 'React', vue: 'Vue', svelte: 'Svelte' };

/** Writes a page for each example. */
export function writeExamples(): void {
  for (const file of readdirSync(FROM)) {
    const name = NAMES[file.split('.').at(-1) ?? ''];
    if (!name) continue;
    const title = `The map in ${name}`;
    const page = markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="./examples.css" />
  </head>
  <body>
    <article>
      <h1>${title}</h1>
      <p>The source of a component that wraps the element: <a href="./${file}">${file}</a>. Types: <a href="../corridor-map.d.ts">corridor-map.d.ts</a>.</p>
      <pre><code>${readFileSync(`${FROM}/${file}`, 'utf8')}</code></pre>
    </article>
  </body>
</html>
`;
    writeFileSync(`${DIST}/examples/${name.toLowerCase()}.html`, page.text);
  }
}

/** Generators of static sites and books: what they leave of each code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { unzipSync } from 'fflate';
import { ensureInstalled } from '../../tools/dev/ensure-installed.ts';
import { expectThat, getCode, type HostTrial, installNpm, runProgram, TITLE, writeFiles } from './host.ts';

/** Pages below a folder as one text. */
const readPages = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

const hasFrame = (html: string): boolean => /<iframe[^>]+src="?https:\/\/atlas\.example\/embed\/btk\.html/.test(html);
const hasPicture = (html: string): boolean => /<img[^>]+pages\/cards\/btk\.png/.test(html);
const hasLink = (html: string): boolean => new RegExp(`<a [^>]*href="?https://atlas\\.example/[^>]*>${TITLE}</a>`).test(html);

export const hugo: HostTrial = {
  name: 'hugo',
  run(folder) {
    const program = ensureInstalled('hugo');
    writeFiles(folder, {
      'config.toml': 'baseURL = "https://blog.example/"\ntitle = "Blog"\n',
      'layouts/_default/single.html': '<!doctype html><title>{{ .Title }}</title>{{ .Content }}',
      'content/markdown.md': `---\ntitle: Markdown\n---\n\n${getCode('markdown')}\n`,
      'content/iframe.md': `---\ntitle: Frame\n---\n\n${getCode('iframe')}\n`,
    });
    runProgram(program, [], folder);
    const [markdown, iframe] = ['markdown', 'iframe'].map((name) => readPages(join(folder, 'public', name)));
    const unsafe = '[markup.goldmark.renderer]\nunsafe = true\n';
    writeFiles(folder, { 'config.toml': `baseURL = "https://blog.example/"\ntitle = "Blog"\n${unsafe}` });
    runProgram(program, [], folder);
    return [
      expectThat(
        hasPicture(markdown ?? '') && hasLink(markdown ?? ''),
        'the Markdown code gives a picture and a link by default',
      ),
      expectThat(!hasFrame(iframe ?? ''), 'frames are dropped by default, which the table says'),
      expectThat(hasFrame(readPages(join(folder, 'public/iframe'))), 'the frame is there where raw HTML is allowed'),
    ];
  },
};

export const epub: HostTrial = {
  name: 'epub',
  run(folder) {
    const program = ensureInstalled('pandoc');
    const kinds = ['iframe', 'frame', 'element', 'markdown'] as const;
    const chapters = kinds.map((kind) => `# ${kind}\n\n${getCode(kind).replace(/!\[[^\]]*\]\([^)]*\)/, '')}\n\nAfter ${kind}.\n`);
    writeFiles(folder, { 'book.md': `---\ntitle: Book\n---\n\n${chapters.join('\n')}` });
    runProgram(program, ['book.md', '-o', 'book.epub'], folder);
    const files = Object.entries(unzipSync(readFileSync(join(folder, 'book.epub')))).filter(([name]) => name.endsWith('.xhtml'));
    const texts = files.map(([, bytes]) => new TextDecoder().decode(bytes));
    for (const text of texts) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(text).close();
    }
    return [
      expectThat(texts.length > kinds.length, 'each chapter is well-formed XML'),
      expectThat(
        kinds.every((kind) => texts.join('').includes(`After ${kind}.`)),
        'nothing after a code is lost',
      ),
    ];
  },
};

export const vitepress: HostTrial = {
  name: 'vitepress',
  run(folder) {
    writeFiles(folder, {
      'package.json': '{ "name": "docs", "private": true, "type": "module" }',
      'docs/.vitepress/config.js': 'export default { title: "Docs" };\n',
      'docs/index.md': `# Frame\n\n${getCode('frame')}\n\n# Picture\n\n${getCode('picture')}\n`,
      'docs/markdown.md': `# Markdown\n\n${getCode('markdown')}\n`,
    });
    installNpm(folder, 'vitepress@1');
    runProgram('npx', ['vitepress', 'build', 'docs'], folder);
    const html = readPages(join(folder, 'docs/.vitepress/dist'));
    return [
      expectThat(hasFrame(html), 'the frame without a script is built'),
      expectThat(/min-height:590px/.test(html), 'its height is kept'),
      expectThat(hasPicture(html), 'pictures are there'),
    ];
  },
};

export const docusaurus: HostTrial = {
  name: 'docusaurus',
  run(folder) {
    writeFiles(folder, {
      'package.json': '{ "name": "docs", "private": true }',
      'docusaurus.config.js': `module.exports = { title: 'Docs', url: 'https://docs.example', baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]] };\n`,
      'docs/index.mdx': `---\nslug: /\n---\n\n# Map\n\n${getCode('jsx')}\n`,
      'docs/markdown.md': `# Markdown\n\n${getCode('markdown')}\n`,
    });
    installNpm(folder, '@docusaurus/core@3.10', '@docusaurus/preset-classic@3.10', 'react@19', 'react-dom@19');
    runProgram('npx', ['docusaurus', 'build'], folder);
    const html = readPages(join(folder, 'build'));
    return [
      expectThat(hasFrame(html), 'the code for MDX is built'),
      expectThat(/min-height:590px/.test(html), 'its style is an object'),
      expectThat(/allowfullscreen/i.test(html), 'it may fill the screen'),
    ];
  },
};

/** MediaWiki as Debian packages it, with SQLite: what a page of it makes of each code, by default and with settings that wikis have. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/dev/chromium.ts';
import { findProgram } from '../../tools/dev/ensure-installed.ts';
import { expectThat, getCode, type HostTrial, runProgram, TITLE, writeFiles } from './host.ts';
import { answers, findFreePort, installAll, waitFor, withStarted } from './processes.ts';
import { type ServedAtlas, serveAtlas } from './served-atlas.ts';

const NEEDED: Record<string, string> = {
  mediawiki: '/usr/share/mediawiki/index.php',
  'php-cli': '/usr/bin/php',
  'php-sqlite3': '/usr/share/doc/php-sqlite3',
};

/** Saves a page as an author would. */
function savePage(folder: string, title: string, text: string): void {
  writeFiles(folder, { 'page.txt': text });
  const input = readFileSync(join(folder, 'page.txt'));
  runProgram('php', ['maintenance/edit.php', '--user', 'Author', title], join(folder, 'site'), input);
}

interface Seen {
  text: string;
  /** Link with the title of the map. */
  href: string | null;
  picture: string | null;
  frame: string | null;
}

async function readPage(page: Page, url: string): Promise<Seen> {
  await page.goto(url);
  const content = page.locator('.mw-parser-output');
  const attribute = async (selector: string, name: string): Promise<string | null> => {
    const found = content.locator(selector);
    return (await found.count()) > 0 ? found.first().getAttribute(name) : null;
  };
  return {
    text: await content.innerText(),
    href: await attribute(`a:has-text("${TITLE}")`, 'href'),
    picture: await attribute('img', 'src'),
    frame: await attribute('iframe', 'src'),
  };
}

/** By default a wiki makes text of HTML, and takes pictures of others for links. */
async function readByDefault(page: Page, url: string, atlas: ServedAtlas): Promise<string[]> {
  const wikitext = await readPage(page, `${url}/index.php/Wikitext`);
  const frame = await readPage(page, `${url}/index.php/Frame`);
  await page.goto(`${url}/index.php/Wikitext`);
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return [
    expectThat(wikitext.href === `${atlas.url}pages/btk.html`, 'the wikitext gives a link to the page to share'),
    expectThat(page.url() === `${atlas.url}pages/btk.html`, 'a reader who follows it is there'),
    expectThat(!wikitext.text.includes('['), 'nothing of the code shows'),
    expectThat(frame.frame === null && frame.text.includes('<iframe'), 'a frame shows as source text, which the table says'),
  ];
}

async function readWithSettings(page: Page, url: string, atlas: ServedAtlas): Promise<string[]> {
  const wikitext = await readPage(page, `${url}/index.php/Wikitext`);
  const frame = await readPage(page, `${url}/index.php/Raw`);
  const width = await page.locator('iframe').evaluate((element) => element.getBoundingClientRect().width);
  await page.frameLocator('iframe').locator('.open').waitFor();
  return [
    expectThat(wikitext.picture === `${atlas.url}pages/cards/btk.png`, 'pictures of others, where allowed, show the card'),
    expectThat(
      frame.frame === `${atlas.url}embed/btk.html`,
      `where raw HTML is allowed the frame is there (${String(frame.frame)})`,
    ),
    expectThat(width > 200, `and ${String(Math.round(width))} pixels wide`),
  ];
}

async function tryMediaWiki(folder: string, started: ChildProcess[]): Promise<string[]> {
  installAll(NEEDED);
  const atlas = await serveAtlas();
  try {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const site = join(folder, 'site');
    // Debian's copy is linked into the configuration of the machine: the trial has its own.
    cpSync('/usr/share/mediawiki', site, {
      recursive: true,
      dereference: true,
      filter: (path) => existsSync(path) && !path.endsWith('/LocalSettings.php'),
    });
    const database = ['--dbtype', 'sqlite', '--dbpath', join(folder, 'db')];
    const address = ['--server', url, '--scriptpath', ''];
    runProgram('php', ['maintenance/install.php', ...database, ...address, '--pass', 'trial-and-error', 'Trial', 'Author'], site);
    const code = (kind: 'wikitext' | 'frame'): string => getCode(kind, atlas.url);
    savePage(folder, 'Wikitext', code('wikitext'));
    savePage(folder, 'Frame', code('frame'));

    started.push(spawn(findProgram('php') ?? 'php', ['-S', `127.0.0.1:${String(port)}`], { cwd: site, stdio: 'ignore' }));
    await waitFor('The wiki', () => answers(`${url}/index.php/Wikitext`));
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
    try {
      // The width that its skin asks of phones, too.
      const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
      const byDefault = await readByDefault(page, url, atlas);
      appendFileSync(join(site, 'LocalSettings.php'), '$wgAllowExternalImages = true; $wgRawHtml = true;\n');
      savePage(folder, 'Wikitext', `${code('wikitext')}\n\nOnce more.`);
      savePage(folder, 'Raw', `<html>${code('frame')}</html>`);
      const version = /'MW_VERSION', '([^']+)'/.exec(readFileSync(join(site, 'includes/Defines.php'), 'utf8'))?.[1];
      return [`MediaWiki ${version ?? ''}`, ...byDefault, ...(await readWithSettings(page, url, atlas))];
    } finally {
      await browser.close();
    }
  } finally {
    atlas.close();
  }
}

export const mediawiki: HostTrial = {
  name: 'mediawiki',
  run: (folder) => withStarted((started) => tryMediaWiki(folder, started)),
};

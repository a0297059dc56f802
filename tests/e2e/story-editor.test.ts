/** Stories that readers write: taken from the map, written, kept, shown and taken away. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parseStory } from '../../src/core/stories/parse-story.ts';
import { axe, hasData, PHONE, useAtlas, type Visit } from './atlas.ts';

const { open, visit } = useAtlas();
const EDITOR = '?panel=write';

const chapter = (page: Page, n: number) => page.getByRole('region', { name: `Chapter ${n}`, exact: true });
const heading = (page: Page, n: number) => chapter(page, n).getByRole('textbox', { name: 'Heading' });
const text = (page: Page, n: number) => chapter(page, n).getByRole('textbox', { name: /^Text/ });
const take = (page: Page) => page.getByRole('button', { name: 'Take the current view as a chapter' });
const isSaved = (page: Page) => page.getByText('Saved in this browser', { exact: true }).waitFor();

/** Brings the page that the tests share to a path, without the stories that were written in it before. */
async function start(path = EDITOR, options: Visit = {}): Promise<Page> {
  const page = await visit(EDITOR);
  const all = page.getByRole('button', { name: 'All stories' });
  const create = page.getByRole('button', { name: 'New story' });
  await all.or(create).waitFor();
  if (await all.isVisible()) await all.click();
  await create.waitFor();
  const remove = page.getByRole('button', { name: /^Delete / });
  while ((await remove.count()) > 0) await remove.first().click();
  // What was wrong in files.
  const report = page.getByRole('button', { name: 'Close', exact: true });
  if ((await report.count()) > 0) await report.click();
  return visit(path, options);
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New story' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Two ways to Kars');
  await page.getByRole('textbox', { name: /^Lead/ }).fill('What it is about.');
}

async function save(page: Page, name: RegExp | string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return download;
}

const read = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

describe('the editor of stories', () => {
  it('makes a chapter of the view in four steps, and Markdown that the build reads as it is', async () => {
    const page = await start('?panel=write&select=btk&year=2018#6/41.2/45.5');
    await begin(page);
    let steps = 0;
    const count = async (step: Promise<unknown>): Promise<void> => {
      steps += 1;
      await step;
    };
    await count(take(page).click());
    await count(page.keyboard.type('The railway'));
    await count(text(page, 1).fill('Ten lines.\n\nAnd a second paragraph.'));
    expect(steps).toBeLessThanOrEqual(4);
    await chapter(page, 1).getByRole('button', { name: 'Link a place or a line by its name' }).click();
    await chapter(page, 1).getByRole('combobox', { name: 'Link a place' }).fill('Aktau');
    await chapter(page, 1).getByRole('option').first().click();
    await page.getByRole('button', { name: 'Export' }).click();
    const download = await save(page, 'Save two-ways-to-kars.en.md');
    const { story, issues } = parseStory(await read(download));
    expect(issues).toEqual([]);
    expect(story.title).toBe('Two ways to Kars');
    expect(story.chapters).toMatchObject([
      { heading: 'The railway', view: { select: 'btk', year: 2018, camera: { zoom: 6, lat: 41.2, lon: 45.5 } } },
    ]);
    expect(story.chapters[0]?.paragraphs.at(-1)?.at(-1)).toMatchObject({ ref: expect.stringMatching(/^aktau/) as string });
  });

  it('loses nothing when the tab dies while somebody writes', async () => {
    const { page, close } = await open(EDITOR);
    await begin(page);
    await take(page).click();
    await text(page, 1).pressSequentially('Before the end');
    await isSaved(page);
    const context = page.context();
    const url = page.url();
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    const next = await context.newPage();
    await next.goto(url);
    await hasData(next);
    await expect.poll(() => text(next, 1).inputValue()).toBe('Before the end');
    await close();
  });

  it('undoes and redoes by buttons and keys, and moves, copies and deletes chapters', async () => {
    const page = await start('?panel=write&select=btk');
    await begin(page);
    for (const name of ['One', 'Two', 'Three']) {
      await take(page).click();
      await page.keyboard.type(name);
    }
    await chapter(page, 1).getByRole('button', { name: 'Leave out: Baku–Tbilisi–Kars railway' }).click();
    await chapter(page, 1).getByText('the whole map').waitFor();
    await chapter(page, 1).getByRole('button', { name: 'Show on the map' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBeNull();
    await chapter(page, 2).getByRole('button', { name: 'Show on the map' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe('btk');
    const names = () =>
      page.getByRole('textbox', { name: 'Heading' }).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await chapter(page, 3).getByRole('button', { name: 'Move up' }).click();
    expect(await names()).toEqual(['One', 'Three', 'Two']);
    await heading(page, 1).press('Alt+ArrowDown');
    expect(await names()).toEqual(['Three', 'One', 'Two']);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('One');
    await chapter(page, 1).getByRole('button', { name: 'Duplicate' }).click();
    await chapter(page, 4).getByRole('button', { name: 'Delete the chapter' }).click();
    expect(await names()).toEqual(['Three', 'Three', 'One']);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await names()).toEqual(['Three', 'Three', 'One', 'Two']);
    await page.keyboard.press('Control+z');
    expect(await names()).toEqual(['Three', 'One', 'Two']);
    await page.keyboard.press('Control+Shift+z');
    expect(await names()).toEqual(['Three', 'Three', 'One', 'Two']);
  });

  it('has its chapters dragged by their numbers', async () => {
    const page = await start('?panel=write&select=btk');
    await begin(page);
    for (const name of ['One', 'Two']) {
      await take(page).click();
      await page.keyboard.type(name);
    }
    await chapter(page, 2).locator('.n').dragTo(chapter(page, 1).locator('.n'));
    await expect.poll(() => heading(page, 1).inputValue()).toBe('Two');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => heading(page, 1).inputValue()).toBe('One');
  });

  it('shows two languages side by side, and says what is missing', async () => {
    const page = await start('?panel=write&select=btk');
    await begin(page);
    await take(page).click();
    await page.keyboard.type('The railway');
    await text(page, 1).fill('In English.');
    await page.getByRole('combobox', { name: 'Add a language' }).selectOption('fa');
    await page.getByText(/^Missing in .*: 4$/).waitFor();
    await chapter(page, 1).getByText('In English.').waitFor();
    expect(await text(page, 1).getAttribute('dir')).toBe('rtl');
    await heading(page, 1).fill('راه‌آهن');
    await page.getByText(/^Missing in .*: 3$/).waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await read(await save(page, 'Save two-ways-to-kars.fa.md'))).toContain('## راه‌آهن {#chapter-1}');
  });

  it('opens files of several languages, with what is wrong in them and where, and writes them as they were', async () => {
    const page = await start();
    const en = await readFile('geo/stories/seven-views.en.md', 'utf8');
    const fa = '---\ntitle: عنوان\nlead: درآمد\n---\n\n## سفر {#alat}\n\nبه [بندر](atlantis) <b>.\n';
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'seven-views.en.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from(en.replace('select=port-of-baku', 'select=port-of-baku colour=red')),
      },
      { name: 'seven-views.fa.md', mimeType: 'text/markdown', buffer: Buffer.from(fa) },
    ]);
    await page.getByText('Opened: 1').waitFor();
    await page.getByText('“colour=red” is not part of a view').waitFor();
    await page.getByText(/^To fix: /).click();
    await page.getByText('The atlas has nothing called “atlantis”.').first().waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    expect(await read(await save(page, 'Save seven-views.en.md'))).toBe(en);
  });

  it('shows the page in a frame in which nothing runs, light and dark', async () => {
    const page = await start('?panel=write&select=btk');
    await begin(page);
    await take(page).click();
    await page.keyboard.type('<img src=x onerror=alert(1)>');
    await text(page, 1).fill('</style><script>alert(2)</script> [there](btk)');
    await chapter(page, 1).getByRole('button', { name: 'Duplicate' }).click();
    await chapter(page, 2).getByRole('combobox', { name: 'Beside the text' }).selectOption('years');
    await page.getByRole('button', { name: 'Preview' }).click();
    const inside = page.frameLocator('dialog iframe');
    await inside.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }).first().waitFor();
    await inside.getByText('</style><script>alert(2)</script>').first().waitFor();
    const article = inside.locator('.corridor-story');
    const ground = () => article.evaluate((one) => getComputedStyle(one).backgroundColor);
    const light = await ground();
    expect(light).toBe('rgb(255, 255, 255)');
    const paper = () =>
      inside
        .locator('.chart:visible rect')
        .first()
        .evaluate((one) => getComputedStyle(one).fill);
    expect(await paper()).toBe(light);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(ground).not.toBe(light);
    expect(await paper()).toBe(await ground());
    expect(await inside.locator('svg:visible path').count()).toBeGreaterThan(10);
  });

  it('writes a page in one file that opens from a disk without scripts', async () => {
    const page = await start('?panel=write&select=btk&compare=btk');
    await begin(page);
    await take(page).click();
    await page.keyboard.type('The railway');
    await text(page, 1).fill('To [Kars](kars).');
    await chapter(page, 1).getByRole('combobox', { name: 'Beside the text' }).selectOption('bars');
    await chapter(page, 1).getByRole('button', { name: 'Duplicate' }).click();
    await chapter(page, 2).getByRole('combobox', { name: 'Beside the text' }).selectOption('map');
    await chapter(page, 2).getByRole('button', { name: 'Duplicate' }).click();
    await chapter(page, 3).getByRole('combobox', { name: 'Beside the text' }).selectOption('years');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('textbox', { name: 'Address of the atlas' }).fill('https://example.org/atlas/index.html?panel=write');
    const download = await save(page, 'Save two-ways-to-kars.en.html');
    const path = `${await download.path()}.html`;
    await download.saveAs(path);
    const file = await page.context().browser()!.newContext({ javaScriptEnabled: false, viewport: PHONE });
    const alone = await file.newPage();
    const problems: string[] = [];
    const asked: string[] = [];
    alone.on('console', (message) => problems.push(message.text()));
    alone.on('request', (request) => asked.push(request.url()));
    await alone.goto(pathToFileURL(path).href);
    await alone.getByRole('heading', { name: 'Two ways to Kars' }).waitFor();
    expect(await alone.getByRole('link', { name: 'Kars' }).first().getAttribute('href')).toMatch(
      /^https:\/\/example\.org\/atlas\/index\.html/,
    );
    expect(await alone.locator('svg:visible').count()).toBe(3);
    await alone.locator('svg:visible').getByText('Railways open at the end of each year, km').waitFor();
    expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(problems).toEqual([]);
    expect(asked).toHaveLength(1);
    await file.close();
  });

  it('works by keys alone', async () => {
    const page = await start('?panel=article');
    const press = async (key: string, until: RegExp): Promise<void> => {
      for (let n = 0; n < 90; n += 1) {
        const name = await page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
        });
        if (until.test(name)) return;
        await page.keyboard.press(key);
      }
      throw new Error(`No key leads to ${String(until)}.`);
    };
    await page.getByRole('link', { name: 'Write a story' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'New story' }).waitFor();
    await page.locator('#panel').focus();
    await press('Tab', /^New story$/);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await page.locator('#panel').focus();
    await press('Tab', /^Title$/);
    await page.keyboard.type('By keys');
    await press('Tab', /^Take the current view/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('A heading');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Its text.');
    expect(await heading(page, 1).inputValue()).toBe('A heading');
    expect(await text(page, 1).inputValue()).toBe('Its text.');
  });

  it.each(['en', 'fa'])('is accessible on a phone, in %s, and leaves room for the map', async (lang) => {
    const page = await start(`?panel=write&select=btk&lang=${lang}`, { viewport: PHONE });
    await page.locator('.buttons .primary').click();
    await page.locator('.foot-bar .primary').click();
    await page.locator('[data-chapter] input').fill('A');
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    const panel = await page.locator('#panel').evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(panel).toBe(0);
  });

  it('keeps stories in memory where the browser stores nothing, and says so', async () => {
    const { page, close } = await open(EDITOR, {
      before: (page) =>
        page.addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException('No.', 'SecurityError');
          };
        }),
    });
    await page.getByText('This browser does not let the page save.').waitFor();
    await begin(page);
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('link', { name: 'Write a story' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Two ways to Kars');
    await close();
  });

  it('goes on where it was left, and begins another story, after another panel was open', async () => {
    const page = await start();
    await begin(page);
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('link', { name: 'Write a story' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Two ways to Kars');
    await take(page).click();
    await chapter(page, 1).waitFor();
    await page.getByRole('button', { name: 'All stories' }).click();
    await page.getByRole('button', { name: 'New story' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('');
  });

  it('keeps several stories, and brings back one that was deleted', async () => {
    const page = await start();
    await begin(page);
    await page.getByRole('button', { name: 'All stories' }).click();
    await page.getByRole('button', { name: 'New story' }).click();
    await page.getByRole('button', { name: 'All stories' }).click();
    await page.getByRole('button', { name: 'Delete Two ways to Kars' }).click();
    await page.getByText('Deleted: Two ways to Kars').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /^Two ways to Kars/ }).click();
    expect(await page.getByRole('textbox', { name: /^Lead/ }).inputValue()).toBe('What it is about.');
  });
});

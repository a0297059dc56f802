/** Another region's data in place of ours, through the same commands: the page is about it and nothing of ours is left. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useAtlas } from './atlas.ts';

const FROM = 'tests/fixtures/atlas-south';

describe('an atlas of another region', () => {
  const { open } = useAtlas();
  let dir: string;
  let url: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'other-atlas-'));
    const env = { ...process.env, ATLAS_FROM: FROM, ATLAS_TO: join(dir, 'data'), ATLAS_DIST: join(dir, 'dist') };
    await promisify(execFile)('npm', ['run', '--silent', 'build'], { env });
    const server = await preview({ build: { outDir: join(dir, 'dist') }, preview: { port: 0, host: '127.0.0.1', open: false } });
    url = server.resolvedUrls!.local[0]!;
    stop = () => server.close();
  }, 400_000);
  afterAll(async () => {
    await stop();
    rmSync(dir, { recursive: true });
  });

  it('is built by replacing the data only, and shows, measures and finds its own routes', async () => {
    const { page, close } = await open('', { at: url, until: 'live' });
    await page.getByRole('heading', { level: 3, name: 'North–South line of the south' }).waitFor();
    await page.getByText('The second fixture').first().waitFor();
    await page.getByRole('link', { name: 'North–South line of the south' }).click();
    await page.getByRole('article').getByRole('link', { name: 'Lusaka – Cape Town by rail' }).first().click();
    await page.getByRole('heading', { level: 2, name: 'Lusaka – Cape Town by rail' }).waitFor();
    await expect.poll(() => page.getByRole('article').textContent()).toMatch(/border between Zimbabwe and Botswana/);
    await page.getByRole('tab', { name: 'Story' }).click();
    await page.getByRole('button', { name: 'two falls line' }).waitFor();
    const names = (JSON.parse(readFileSync('static/data/routes-index.json', 'utf8')) as { name: string }[]).map(
      ({ name }) => name,
    );
    const text = await page.locator('body').innerText();
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    await close();
  });

  it('has the same programs as ours', () => {
    const listPrograms = (dist: string) => readdirSync(join(dist, 'assets')).sort();
    expect(listPrograms(join(dir, 'dist'))).toEqual(listPrograms('dist'));
  });
});

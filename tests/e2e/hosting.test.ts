/** The built product behind nginx with the configuration in `deploy/`, at the root and below a path. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HASHED, HEADERS, writeHeadersFile, OTHERS } from '../../tools/host/headers.ts';
import { type Nginx, startNginx } from '../../tools/host/nginx.ts';
import { useAtlas } from './atlas.ts';

const SUB = 'sub/path/';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What comes over the wire, not unpacked. */
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on('error', fail).end();
  });

const lowered = Object.fromEntries(Object.entries(HEADERS).map(([name, value]) => [name.toLowerCase(), value]));

describe('nginx', () => {
  let server: Nginx;
  let root: string;
  beforeAll(async () => {
    // As on a host where the atlas is one folder among others.
    root = mkdtempSync(join(tmpdir(), 'host-'));
    mkdirSync(join(root, 'sub'));
    symlinkSync(resolve('dist'), join(root, SUB.slice(0, -1)));
    for (const name of readdirSync('dist')) symlinkSync(resolve('dist', name), join(root, name));
    server = await startNginx(root);
  });
  afterAll(() => {
    server.stop();
    rmSync(root, { recursive: true });
  });

  const hashed = () => `assets/${readdirSync('dist/assets').find((name) => name.endsWith('.js'))}`;

  it.each(['', SUB])(
    'says with every file what the table says, and keeps only hashed ones for ever, below "/%s"',
    async (path) => {
      const types = new Map([
        ['', 'text/html; charset=utf-8'],
        ['index.html', 'text/html; charset=utf-8'],
        ['data/manifest.json', 'application/json; charset=utf-8'],
        ['data/links.geojson', 'application/geo+json; charset=utf-8'],
        ['icon.svg', 'image/svg+xml; charset=utf-8'],
        [hashed(), 'text/javascript; charset=utf-8'],
      ]);
      for (const [file, type] of types) {
        const { status, headers } = await ask(server.url + path + file);
        expect({ file, status, type: headers['content-type'] }).toEqual({ file, status: 200, type });
        expect(headers).toMatchObject(lowered);
        expect(headers['cache-control']).toBe(file.startsWith('assets/') ? HASHED.cacheControl : OTHERS.cacheControl);
        expect(headers['server']).toBe('nginx');
      }
    },
  );

  it('packs text where the reader takes it, and says that it depends', async () => {
    const url = `${server.url}data/links.geojson`;
    const [plain, packed] = [await ask(url), await ask(url, { 'Accept-Encoding': 'gzip' })];
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const { headers } of [plain, packed]) expect(headers['vary']).toContain('Accept-Encoding');
    expect(packed.body.length).toBeLessThan(plain.body.length / 2.5);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    // Sent as the build packed it, not packed anew.
    expect(packed.body.equals(readFileSync('dist/data/links.geojson.gz'))).toBe(true);
  });

  it('sends a part, or nothing where the reader has it already', async () => {
    const url = `${server.url}data/links.geojson`;
    const whole = await ask(url);
    const part = await ask(url, { Range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 100-199/${whole.body.length}`);
    expect(part.body).toEqual(whole.body.subarray(100, 200));
    expect((await ask(url, { Range: `bytes=${whole.body.length + 1}-` })).status).toBe(416);
    const again = await ask(url, { 'If-None-Match': String(whole.headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers).toMatchObject(lowered);
  });

  it('gives no page in place of a missing file, keeps no fault, and lets other origins read it', async () => {
    for (const file of ['data/nothing.json', 'assets/nothing-12345678.js', '_headers', 'data/..%2f..%2fpackage.json']) {
      const { status, headers, body } = await ask(server.url + file, { Origin: 'null' });
      expect({ file, status }).toEqual({ file, status: file.includes('%') ? 400 : 404 });
      expect(body.toString()).not.toContain('<div id="app">');
      if (status === 404) expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
    }
  });

  it('leads readers back who come to an address of nothing, at any depth', async () => {
    for (const path of ['pages/', 'some/where', '.git/config']) {
      const { status, headers, body } = await ask(server.url + path);
      expect({ path, status, type: headers['content-type'] }).toEqual({ path, status: 404, type: 'text/html; charset=utf-8' });
      expect(body.toString()).toBe(readFileSync('dist/404.html', 'utf8'));
    }
  });

  it('shows nothing whose name begins with a dot, but what is agreed on for all hosts', async () => {
    mkdirSync(join(root, '.well-known'));
    for (const name of ['.env', '.well-known/security.txt']) writeFileSync(join(root, name), 'text');
    const ask_ = async (path: string) => (await ask(server.url + path)).status;
    expect(await ask_('.env')).toBe(404);
    expect(await ask_('sub/.git/config')).toBe(404);
    expect(await ask_('.well-known/security.txt')).toBe(200);
  });

  it('sends readers of a folder on without naming its own scheme and port', async () => {
    expect((await ask(`${server.url}embed`)).headers['location']).toBe('/embed/');
  });

  it('starts without a warning', () => {
    expect(server.warnings).toBe('');
  });

  it('takes no other methods than reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect([403, 405]).toContain((await ask(server.url, {}, method)).status);
  });

  describe('in a browser', () => {
    const { open } = useAtlas();

    it('the atlas works below a path, with its policy on', async () => {
      const { page, close } = await open('?panel=article', { at: server.url + SUB, until: 'live' });
      await page.getByRole('heading', { name: 'The article, retold' }).waitFor();
      expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      expect(policy).toBe(HEADERS['Content-Security-Policy']);
      await close();
    });
  });
});

describe('the preview server', () => {
  it('says the same as hosts do', async () => {
    for (const file of ['', 'data/links.geojson']) {
      const { headers } = await new Promise<Answer>((done) => {
        get(inject('url') + file, ({ statusCode, headers: got }) =>
          done({ status: statusCode, headers: got, body: Buffer.of() }),
        );
      });
      expect(headers).toMatchObject(lowered);
    }
  });

  it('answers as they do where there is nothing, and completes addresses of pages', async () => {
    for (const path of ['some/where', 'pages/', 'data/nothing.json']) {
      const { status, headers, body } = await ask(inject('url') + path);
      expect({ path, status }).toEqual({ path, status: 404 });
      expect(headers).toMatchObject(lowered);
      expect(body.toString()).toBe(readFileSync('dist/404.html', 'utf8'));
    }
    for (const path of ['', 'embed', 'index.html?panel=claims']) expect((await ask(inject('url') + path)).status).toBe(200);
  });

  it('has the rules for Netlify and Cloudflare beside it', async () => {
    expect((await ask(`${inject('url')}_headers`)).body.toString()).toBe(writeHeadersFile());
  });
});

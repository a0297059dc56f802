/**
 * nginx with `deploy/nginx.conf` under wrk, on this machine only: requests a second, errors and latency. Client and server share
 * its cores, so the figures say whether the configuration gets in the way, not what a host can do.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../../tools/dev/ensure-installed.ts';
import { startNginx } from '../../tools/host/nginx.ts';
import { packFiles } from '../../tools/build/pack.ts';
import { table, writeSection } from './results.ts';

const SECONDS = 4;
const CONNECTIONS = 32;

interface Load {
  perSecond: number;
  errors: number;
  p99: string;
  perRequestKb: number;
}

function load(wrk: string, url: string, headers: readonly string[]): Load {
  const args = [
    '-t2',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '--latency',
    '--timeout',
    '10s',
    ...headers.flatMap((header) => ['-H', header]),
    url,
  ];
  const { stdout, status, stderr } = spawnSync(wrk, args, { encoding: 'utf8', timeout: (SECONDS + 20) * 1000 });
  if (status !== 0) throw new Error(`wrk: ${stderr || stdout}`);
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? 0);
  const socket = [...stdout.matchAll(/(?:connect|read|write|timeout) (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  const units: Record<string, number> = { B: 1 / 1024, KB: 1, MB: 1024, GB: 1024 * 1024 };
  const [, amount = '0', unit = 'B'] = /requests in [\d.]+\w+, ([\d.]+)(\w+) read/.exec(stdout) ?? [];
  const requests = number(/(\d+) requests in/);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    errors: socket + number(/Non-2xx or 3xx responses: (\d+)/),
    p99: /99%\s+(\S+)/.exec(stdout)?.[1] ?? '',
    perRequestKb: requests === 0 ? 0 : (Number(amount) * (units[unit] ?? 1)) / requests,
  };
}

export async function hosting(): Promise<void> {
  const wrk = ensureInstalled('wrk');
  const dir = mkdtempSync(join(tmpdir(), 'bench-hosting-'));
  cpSync('dist', dir, { recursive: true });
  const size = (name: string) => statSync(join(dir, 'assets', name)).size;
  const scripts = readdirSync(join(dir, 'assets')).filter((name) => name.endsWith('.js'));
  const script = `assets/${scripts.reduce((a, b) => (size(b) > size(a) ? b : a))}`;
  // The build has packed copies; a file without one shows what packing on the way costs.
  packFiles(dir);
  cpSync(join(dir, 'data/links.geojson'), join(dir, 'data/alone.geojson'));
  const server = await startNginx(dir);
  try {
    const gzip = 'Accept-Encoding: gzip';
    const etag =
      (await fetch(`${server.url}data/links.geojson`, { headers: { 'Accept-Encoding': 'identity' } })).headers.get('etag') ?? '';
    const cases: [what: string, path: string, headers: string[]][] = [
      ['the page', '', [gzip]],
      ['the biggest script, packed before', script, [gzip]],
      ['data, packed before', 'data/links.geojson', [gzip]],
      ['the same, packed on the way', 'data/alone.geojson', [gzip]],
      ['data, plain', 'data/links.geojson', []],
      ['data, a part', 'data/links.geojson', ['Range: bytes=0-16383']],
      ['data, not changed', 'data/links.geojson', [`If-None-Match: ${etag}`]],
      ['a missing file, which counts as an error', 'data/nothing.json', []],
    ];
    const rows = cases.map(([what, path, headers]) => {
      const { perSecond, errors, p99, perRequestKb } = load(wrk, server.url + path, headers);
      return {
        request: what,
        'requests/s': Math.round(perSecond),
        errors,
        'KB each': perRequestKb.toFixed(1),
        '99 % within': p99,
      };
    });
    const about = `wrk, ${CONNECTIONS} connections, ${SECONDS} s each, on ${cpus().length} cores that it shares with nginx.`;
    writeSection('Hosting: nginx under wrk', `${about}\n\n${table(rows)}`);
  } finally {
    server.stop();
    rmSync(dir, { recursive: true });
  }
}

await hosting();

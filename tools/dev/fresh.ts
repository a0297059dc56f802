/** Builds the data and the pages, or with the argument `data` the data alone, where they are missing or older than what they are made of. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Newest change below a file or folder, in milliseconds since 1970; 0 where there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale(product: string, sources: readonly string[]): boolean {
  return !existsSync(product) || statSync(product).mtimeMs < Math.max(...sources.map(newest));
}

function npm(script: string): void {
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

if (isStale('static/data/manifest.json', ['geo', 'src/core', 'src/i18n', 'package-lock.json'])) npm('data');
if (process.argv[2] !== 'data') {
  if (
    isStale('dist/index.html', ['src', 'static', 'tools', 'vite.config.ts', 'vite.add-corridors.config.ts', 'package-lock.json'])
  )
    npm('bundle');
  if (isStale('dist/sitemap.xml', ['dist/index.html', 'tools/build', 'src/pages'])) npm('pages');
}

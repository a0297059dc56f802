/** Starts nginx on this machine with `deploy/nginx.conf`, for tests and the bench. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureInstalled } from '../dev/ensure-installed.ts';

export interface Nginx {
  /** With a slash at its end. */
  url: string;
  /** What it said of its configuration. */
  warnings: string;
  stop(): void;
}

/** A free port of this machine. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Serves a folder; only `listen` and `root` of the configuration are changed. */
export async function startNginx(root: string): Promise<Nginx> {
  const nginx = ensureInstalled('nginx');
  const port = await findFreePort();
  const dir = mkdtempSync(join(tmpdir(), 'nginx-'));
  const server = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/listen\s+\d+;/, `listen 127.0.0.1:${port};`)
    .replace(/root\s+[^;]+;/, `root "${resolve(root)}";`);
  writeFileSync(join(dir, 'atlas.conf'), server);
  mkdirSync(join(dir, 'temp'));
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/temp/${name};`);
  // Where root starts it, its workers must be able to read the folder all the same.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const main = join(dir, 'main.conf');
  writeFileSync(
    main,
    `${user}pid ${dir}/pid;\nerror_log ${dir}/error.log;\nworker_processes auto;\nevents { worker_connections 1024; }\n` +
      `http {\n  access_log off;\n  ${temp.join('\n  ')}\n  include ${dir}/atlas.conf;\n}\n`,
  );
  // The command comes back once its workers listen.
  const { status, stderr } = spawnSync(nginx, ['-c', main, '-e', join(dir, 'error.log')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`nginx does not start: ${stderr}`);
  return {
    url: `http://127.0.0.1:${port}/`,
    warnings: stderr,
    stop() {
      spawnSync(nginx, ['-c', main, '-e', join(dir, 'error.log'), '-s', 'stop']);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

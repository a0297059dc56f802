/** Programs of hosts: installed from Debian, started on a free port, stopped by their own process ids. */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { installPackage } from '../../tools/dev/ensure-installed.ts';

const SECONDS = 60;

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Asks until it is so. */
export async function waitFor(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + SECONDS * 1000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${String(SECONDS)} seconds.`);
    await new Promise((done) => setTimeout(done, 250));
  }
}

export const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** @param needed a file of each package, by which it is known */
export function installAll(needed: Readonly<Record<string, string>>): void {
  for (const [name, file] of Object.entries(needed)) {
    if (!existsSync(file) && !installPackage(name)) throw new Error(`Debian's package ${name} is needed.`);
  }
}

/** Stops, at the end, what was started. */
export async function withStarted<T>(run: (started: ChildProcess[]) => Promise<T>): Promise<T> {
  const started: ChildProcess[] = [];
  try {
    return await run(started);
  } finally {
    for (const one of started) {
      const gone = new Promise((done) => one.once('exit', done));
      one.kill();
      await gone;
    }
  }
}

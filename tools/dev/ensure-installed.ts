/** Programs that tests and benches need: found on the machine, else installed from Debian where root allows it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders of the search path, and those of servers and Homebrew, which are not always on it. */
const FOLDERS: readonly string[] = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
];

/** Path of the first of some programs that is installed. */
export const findProgram = (...names: readonly string[]): string | undefined =>
  FOLDERS.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));

const run = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Installs a package of Debian; false where this is no Debian, root is missing or the package cannot be had. */
export function installPackage(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`${name} is not installed; installing Debian's package …`);
  const install = ['install', '-y', '--no-install-recommends', name];
  return run('apt-get', install) || (run('apt-get', ['update']) && run('apt-get', install));
}

/** Path of a program whose package has its name. Throws with the remedy where it cannot be had. */
export function ensureInstalled(name: string): string {
  const found = findProgram(name) ?? (installPackage(name) ? findProgram(name) : undefined);
  if (found) return found;
  throw new Error(
    `${name} is needed and could not be installed. Install it (Debian: "apt-get install ${name}", macOS: "brew install ${name}").`,
  );
}

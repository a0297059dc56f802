import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
const found = (name: string): string | undefined => FOLDERS.map((folder) => join(folder, name)).find((path) => existsSync(path));
const run = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/**
 * Path of a program that tests and benches need; Debian's package of the same name is installed where it is missing and root
 * allows it. Throws with the remedy where it cannot be had.
 */
export function ensureInstalled(name: string): string {
  const path = found(name);
  if (path) return path;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`${name} is not installed; installing Debian's package …`);
    const install = ['install', '-y', '--no-install-recommends', name];
    if (run('apt-get', install) || (run('apt-get', ['update']) && run('apt-get', install))) {
      const installed = found(name);
      if (installed) return installed;
    }
  }
  throw new Error(
    `${name} is needed and could not be installed. Install it (Debian: "apt-get install ${name}", macOS: "brew install ${name}").`,
  );
}

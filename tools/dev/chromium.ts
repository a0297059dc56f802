/**
 * Finds a Chrome or Chromium for the browser tests and the bench, or gets one: Playwright's download first, then Debian's
 * package where root allows it. Throws with the remedy where neither works; a test is never skipped for want of a browser.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for WebGL by software and a browser that calls nobody. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
];

function installed(): string | undefined {
  const asked = process.env['CHROME_PATH'];
  if (asked && existsSync(asked)) return asked;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...FIXED, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

const run = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: 'inherit' }).status === 0;

/** Path of a browser to start. May take minutes the first time, as it may install one. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  console.log('No Chrome or Chromium found; asking Playwright for one …');
  run('npx', ['playwright-core', 'install', 'chromium']);
  const downloaded = installed();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("Playwright's download was refused; installing Debian's package …");
    if (run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])) {
      const packaged = installed();
      if (packaged) return packaged;
    }
  }
  throw new Error(
    'The browser tests need Chrome or Chromium, and none could be found or installed. Install one (Debian: "apt-get install chromium") or name it in CHROME_PATH.',
  );
}

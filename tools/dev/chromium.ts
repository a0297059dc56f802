/**
 * Finds a Chrome or Chromium for the browser tests and the bench, or gets one: Playwright's download first, then Debian's
 * package where root allows it. Throws with the remedy where neither works; no test is skipped because a browser is missing.
 * Chromium's headless shell goes first: a whole browser draws its own tabs and buttons for each page, which took 1.2 s of CPU more
 * for every one that a test opens.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findProgram, installPackage } from './ensure-installed.ts';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags for WebGL in software, and for a browser that makes no request of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  // Without it each pipeline of WebGL is compiled in parts first and then once more as a whole: .4 s of CPU for every live map.
  '--disable-angle-features=supportsGraphicsPipelineLibrary',
];

function findInstalled(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named && existsSync(named)) return named;
  return findProgram(...NAMES) ?? [...FIXED, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

/** Path of a browser to start. May take minutes the first time, as it may install one. */
export function findChromium(): string {
  const found = findInstalled();
  if (found) return found;
  console.log('No Chrome or Chromium found; asking Playwright for one …');
  spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'inherit' });
  const downloaded = findInstalled() ?? (installPackage('chromium') ? findInstalled() : undefined);
  if (downloaded) return downloaded;
  throw new Error(
    'The browser tests need Chrome or Chromium, and none could be found or installed. Install one (Debian: "apt-get install chromium") or name it in CHROME_PATH.',
  );
}

/** What the trials of real hosts share: a served atlas, codes of the embed dialog, folders and programs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CodeKind, writeEmbedCode } from '../../src/core/embed/embed-code.ts';
import { EMBED_DEFAULTS } from '../../src/core/embed/embed-url.ts';
import { getCardPath, getPagePath } from '../../src/core/url/paths.ts';

/** The trial of one host: throws where something does not work. */
export interface HostTrial {
  name: string;
  /** What is shown, in a few words each. */
  run(folder: string): Promise<string[]> | string[];
}

/** Where the codes lead; nothing is asked of it. */
const ATLAS = 'https://atlas.example/';
export const TITLE = 'Map: Baku–Tbilisi–Kars railway';

/** The code that the embed dialog writes for one corridor. */
export const getCode = (kind: CodeKind, base = ATLAS): string =>
  writeEmbedCode(kind, {
    base,
    page: 'btk',
    lang: 'en',
    config: EMBED_DEFAULTS,
    size: 'content',
    leastHeight: 590,
    title: TITLE,
    linkText: TITLE,
    linkTo: `${base}?select=btk`,
    sharePath: getPagePath('btk', 'en'),
    cardPath: getCardPath('btk', 'en'),
  });

/** Runs a program to its end. Throws with what it said where it fails. */
export function runProgram(command: string, args: readonly string[], cwd: string, input?: Uint8Array): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    ...(input && { input }),
    encoding: 'utf8',
    maxBuffer: 64e6,
    env: { ...process.env, CI: 'true', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`.slice(0, 6000));
  return stdout + stderr;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export const installNpm = (folder: string, ...packages: readonly string[]): string =>
  runProgram('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...packages], folder);

/** Runs a trial in a folder of its own, which is gone afterwards. */
export async function runTrial({ name, run }: HostTrial): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), `host-${name}-`));
  try {
    const shown = await run(folder);
    console.log(`${name}: ${shown.join('; ')}`);
    return true;
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Throws with a sentence where something that was tried is not so. */
export function expectThat(isSo: boolean, sentence: string): string {
  if (!isSo) throw new Error(`It is not so that ${sentence}.`);
  return sentence;
}

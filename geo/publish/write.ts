import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file as a whole: whoever reads it meanwhile gets the old one or the new one, never half of it. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, content);
  renameSync(part, file);
}

/**
 * When the data was built, ISO 8601: `SOURCE_DATE_EPOCH`, else the time of the last commit, else `fallback`; never now, so
 * that the same data gives the same bytes.
 */
export function readBuildDate(fallback: string): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  if (process.env.SOURCE_DATE_EPOCH && Number.isFinite(epoch)) return new Date(epoch * 1000).toISOString();
  try {
    const committed = execFileSync('git', ['log', '-1', '--format=%cI'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new Date(committed.trim()).toISOString();
  } catch {
    // Not a git checkout, such as an archive of one.
    return fallback;
  }
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { DATASET_VERSION, manifest, type Manifest } from '../../src/core/dataset/model.ts';

/** Writes a file as a whole: whoever reads it meanwhile gets the old one or the new one, never half of it. */
export function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, text);
  renameSync(part, file);
}

/** Parses what is about to be published with the schema that its readers use, and writes it as compact JSON. */
export function publish<S extends v.GenericSchema>(file: string, schema: S, data: v.InferInput<S>): void {
  writeWhole(file, `${JSON.stringify(v.parse(schema, data))}\n`);
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

/** Writes the manifest last: all other files of the folder with their embed data and size. */
export function publishManifest(dir: string, rest: Pick<Manifest, 'built' | 'sources' | 'licences' | 'leftOut'>): Manifest {
  const files = Object.fromEntries(
    filesBelow(dir)
      .filter((name) => name !== 'manifest.json' && !name.endsWith('.part'))
      .sort()
      .map((name) => {
        const bytes = readFileSync(join(dir, name));
        return [name, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }];
      }),
  );
  const whole = { version: DATASET_VERSION, files, ...rest };
  publish(join(dir, 'manifest.json'), manifest, whole);
  return whole;
}

function filesBelow(dir: string, prefix = ''): string[] {
  return readdirSync(join(dir, prefix)).flatMap((name) => {
    const path = prefix ? `${prefix}/${name}` : name;
    return statSync(join(dir, path)).isDirectory() ? filesBelow(dir, path) : [path];
  });
}

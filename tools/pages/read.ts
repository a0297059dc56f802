import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Atlas, indexAtlas, type Parts } from '../../src/core/dataset.ts';
import { PARTS, type PartName } from '../../src/core/load.ts';
import { type Manifest, manifest } from '../../src/core/model.ts';

/** The published dataset of a folder, parsed as a page parses it. */
export function readDataset(folder: string): { atlas: Atlas; manifest: Manifest } {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const names = Object.keys(PARTS) as PartName[];
  const parts = Object.fromEntries(names.map((name) => [name, v.parse(PARTS[name].schema, json(PARTS[name].file))]));
  return { atlas: indexAtlas(parts as Parts), manifest: v.parse(manifest, json('manifest.json')) };
}

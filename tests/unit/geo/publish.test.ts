/** Whoever comes upon a folder of data can tell whether a build has ended: its manifest vouches for each file, and for no other. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../../geo/build.ts';
import { manifest } from '../../../src/core/dataset/model.ts';
import { MINI, miniBase, miniLeast } from '../../fixtures/mini.ts';

let to: string;
beforeEach(() => (to = mkdtempSync(join(tmpdir(), 'atlas ü '))));
afterEach(() => rmSync(to, { recursive: true }));

const at = (name: string) => join(to, name);
const run = (base = miniBase) => build({ from: MINI, to, base, least: miniLeast });
const listed = () => Object.keys(v.parse(manifest, JSON.parse(readFileSync(at('manifest.json'), 'utf8'))).files);
const found = () =>
  readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(to.length + 1));

describe('the manifest', () => {
  it('lists every file that there is but itself, those of the base map as well, already after the first build', async () => {
    await run({ ...miniBase, write: (write) => write('base/50m.json', '{}') });
    expect(listed()).toContain('base/50m.json');
    expect([...listed(), 'manifest.json'].sort()).toEqual(found().sort());
  });

  it('is gone as soon as a build begins, so that one that is cut off is not taken for whole', async () => {
    await run();
    const cutOff = run({
      ...miniBase,
      write: () => {
        throw new Error('killed');
      },
    });
    await expect(cutOff).rejects.toThrow('killed');
    expect(existsSync(at('manifest.json'))).toBe(false);
    expect(found().filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is gone after a build that found problems, which has written nothing else', async () => {
    await run();
    const links = readFileSync(at('links.geojson'), 'utf8');
    const { problems } = await build({ from: join(to, 'nothing'), to, base: miniBase, least: miniLeast });
    expect(problems.length).toBeGreaterThan(0);
    expect(existsSync(at('manifest.json'))).toBe(false);
    expect(readFileSync(at('links.geojson'), 'utf8')).toBe(links);
  });
});

describe('a build', () => {
  it('removes what one before it has left half-written', async () => {
    writeFileSync(at('links.geojson.4711.part'), '{"type":"FeatureColl');
    await run();
    expect(found()).not.toContain('links.geojson.4711.part');
  });

  it('removes what the one before has written and it has not, and no file of somebody else', async () => {
    await run();
    const known = JSON.parse(readFileSync(at('manifest.json'), 'utf8')) as { files: Record<string, unknown> };
    for (const name of ['strands.json', '../outside.json']) known.files[name] = known.files['links.geojson'];
    writeFileSync(at('manifest.json'), JSON.stringify(known));
    writeFileSync(at('strands.json'), '[]');
    writeFileSync(at('mine.txt'), 'mine');
    await run();
    expect(found()).toContain('mine.txt');
    // A manifest that names a file outside of its folder is not believed at all.
    expect(found()).toContain('strands.json');
    delete known.files['../outside.json'];
    writeFileSync(at('manifest.json'), JSON.stringify(known));
    await run();
    expect(found()).toContain('mine.txt');
    expect(found()).not.toContain('strands.json');
    expect(listed()).not.toContain('mine.txt');
  });
});

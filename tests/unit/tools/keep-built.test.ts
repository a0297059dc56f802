import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepBuilt, signSources } from '../../../tools/build/keep-built.ts';

let root: string;
let made: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept ä '));
  made = [];
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'src/deep/a'), 'one');
  writeFileSync(join(root, 'lock'), '1');
});
afterEach(() => rmSync(root, { recursive: true }));

const listSources = () => [join(root, 'src'), join(root, 'lock'), join(root, 'missing')];
/** Makes a file of what the source says. */
const make = async (to: string): Promise<void> => {
  const text = readFileSync(join(root, 'src/deep/a'), 'utf8');
  made.push(text);
  writeFileSync(join(to, 'product'), text);
};
const keep = (how = make) => keepBuilt({ folder: join(root, 'kept'), sources: listSources(), make: how });
const readProduct = (folder: string): string => readFileSync(join(folder, 'product'), 'utf8');

describe('a product that is kept', () => {
  it('is made once, whatever the dates of its sources', async () => {
    const first = await keep();
    utimesSync(join(root, 'src/deep/a'), 4e9, 4e9);
    expect(await keep()).toBe(first);
    expect(readProduct(first)).toBe('one');
    expect(made).toEqual(['one']);
  });

  it('is made anew where a source changed, though its date is an old one, and takes the place of the other', async () => {
    await keep();
    writeFileSync(join(root, 'src/deep/a'), 'two');
    utimesSync(join(root, 'src/deep/a'), 100, 100);
    expect(readProduct(await keep())).toBe('two');
    expect(readdirSync(join(root, 'kept'))).toHaveLength(1);
  });

  it.each([
    ['came', () => writeFileSync(join(root, 'src/b'), '')],
    ['went', () => rmSync(join(root, 'lock'))],
    ['that was missing is there', () => writeFileSync(join(root, 'missing'), '')],
  ])('is made anew where a source %s', async (_, change) => {
    const before = signSources(listSources());
    change();
    expect(signSources(listSources())).not.toBe(before);
  });

  it('is not taken for whole where its making was interrupted', async () => {
    const fail = async (to: string): Promise<void> => {
      await make(to);
      throw new Error('no room');
    };
    await expect(keep(fail)).rejects.toThrow('no room');
    expect(readdirSync(join(root, 'kept'))).toEqual([]);
    // As one leaves it whose program was ended.
    mkdirSync(join(root, 'kept/new-1'));
    expect(readProduct(await keep())).toBe('one');
    expect(made).toEqual(['one', 'one']);
  });

  it('is that of the build which ends first, where two make it', async () => {
    const [a, b] = await Promise.all([keep(), keep()]);
    expect(a).toBe(b);
    expect(readProduct(a)).toBe('one');
    expect(readdirSync(join(root, 'kept'))).toHaveLength(1);
  });
});

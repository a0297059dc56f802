import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../tools/commands/shipment.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIXTURES = 'tests/fixtures/shipments';
function run(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = main(
    args,
    (text) => printed.push(text),
    (text) => complaints.push(text),
  );
  return { status, printed, complaints };
}

describe('the command that follows shipments', () => {
  it('prints a line of JSON for each file, with sentences in English', () => {
    const files = [`${FIXTURES}/fwd-06-check-digit.csv`, `${FIXTURES}/edi-04-miscounted-and-cut-off.edi`];
    const { status, printed } = run(...files);
    expect(status).toBe(0);
    const [first, second] = printed.map((line) => JSON.parse(line) as { file: string; messages: { message: string }[] });
    expect([first?.file, second?.file]).toEqual(files);
    expect(first?.messages.map(({ message }) => message).join()).toContain('check digit of CATU0002418');
    expect(second?.messages.map(({ message }) => message).join()).toContain('segment 20');
  });

  it('tells by its exit status that a file gave no shipment, and goes on with the others', () => {
    const { status, printed } = run(`${FIXTURES}/other-02-empty.csv`, `${FIXTURES}/pos-01-lonlat.csv`);
    expect([status, printed.length]).toEqual([1, 2]);
  });

  it('writes ways and positions to a map', () => {
    const map = join(folder, 'map.geojson');
    run(`${FIXTURES}/disl-01-three-containers.cp1251.csv`, '--map', map);
    const { features } = JSON.parse(readFileSync(map, 'utf8')) as { features: { properties: { role: string } }[] };
    expect(features.filter(({ properties }) => properties.role === 'position')).toHaveLength(3);
  });

  it.each([
    ['no file', []],
    ['a file that is not there', [join(folder, 'none.csv')]],
    ['an unknown option', ['--nothing', 'x']],
    ['a folder without the dataset', ['--data', folder, `${FIXTURES}/pos-01-lonlat.csv`]],
  ])('refuses %s with a remedy', (_, args) => {
    const { status, printed, complaints } = run(...args);
    expect([status, printed]).toEqual([2, []]);
    expect(complaints.join()).toMatch(/^shipment: /);
  });

  it('keeps the names of files that lie in other folders', () => {
    const file = join(folder, 'mine.csv');
    writeFileSync(file, 'place,datetime\nAlmaty,2026-11-10 10:00\n');
    const [line = ''] = run(file).printed;
    expect(JSON.parse(line)).toMatchObject({ file, shipments: [{ id: 'mine', idKind: 'file' }], warnings: ['no-id'] });
  });
});

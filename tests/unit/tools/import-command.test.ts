import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main, USAGE } from '../../../tools/commands/import.ts';

const good = 'tests/fixtures/import/good/plain.geojson';
const mixed = 'tests/fixtures/import/wild/g17-one-bad-track.gpx';
const bad = 'tests/fixtures/import/wild/k12-coords-decimal-comma.kml';

async function run(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await main(args, {
    read: (file) => readFileSync(file),
    measure: (file) => (file === 'huge.gpx' ? 1e12 : readFileSync(file).length),
    print: (text) => printed.push(text),
    complain: (text) => complaints.push(text),
  });
  return { status, printed, complaints, lines: printed.map((text) => JSON.parse(text) as unknown) };
}

describe('the command "import"', () => {
  it('prints a line of JSON for each file, and exits with 0 where each gave a route', async () => {
    const { status, lines } = await run(good, mixed);
    expect(status).toBe(0);
    expect(lines).toEqual([
      { file: good, routes: [{ name: 'Good', km: 568.319, straightKm: 499.267, vertices: 3, parts: 1 }], issues: [] },
      {
        file: mixed,
        routes: [{ name: 'Good', km: 629.744, straightKm: 539.402, vertices: 4, parts: 1 }],
        issues: [
          {
            code: 'one-point',
            where: 'Lost, line 7',
            message: 'It has only one point. A route needs at least two.',
            loaded: false,
          },
        ],
      },
    ]);
  });

  it('exits with 1 where a file gave none, which says where and why', async () => {
    const { status, lines } = await run(good, bad);
    expect(status).toBe(1);
    expect(lines[1]).toMatchObject({
      routes: [],
      issues: [{ code: 'decimal-comma', where: 'Trip, line 4', message: expect.stringContaining('49,40,39,94,0') as string }],
    });
  });

  it('refuses a file that is too large without reading it', async () => {
    const { status, lines } = await run('huge.gpx');
    expect(status).toBe(1);
    expect(lines[0]).toMatchObject({ routes: [], issues: [{ code: 'too-large', loaded: false }] });
  });

  it.each([[[]], [['--what', good]]])('exits with 2 and the usage for the arguments %j', async (args) => {
    const { status, printed, complaints } = await run(...args);
    expect([status, printed]).toEqual([2, []]);
    expect(complaints.join()).toContain(USAGE);
  });

  it('exits with 2 for a file that is not there, and reads the others', async () => {
    const { status, lines, complaints } = await run('nothing.gpx', good);
    expect([status, lines.length]).toEqual([2, 1]);
    expect(complaints.join()).toContain('nothing.gpx');
  });
});

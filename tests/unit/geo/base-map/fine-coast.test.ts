/** The coast round the ports, which is finer than the rest and has to fit it. */
import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArc } from '../../../../geo/base-map/areas.ts';
import { type BaseMap, buildBaseMap } from '../../../../geo/base-map/base-map.ts';
import { stitchCoast } from '../../../../geo/base-map/fine-coast.ts';
import { type FineCoast, readConfig } from '../../../../geo/read/config.ts';
import { readInputs } from '../../../../geo/read/inputs.ts';
import { checkLand } from '../../../../geo/check/land.ts';
import type { Position } from '../../../../src/core/dataset/model.ts';
import { sampleAround } from '../../../../src/core/geo/locate.ts';

/** A square of land ten degrees wide with its coast as two arcs, and an island before it. */
const SQUARE: Topology = {
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
    [
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [5, -0.1],
      [5.1, -0.1],
      [5.05, -0.05],
      [5, -0.1],
    ],
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [{ type: 'MultiPolygon', id: '001', arcs: [[[0, 1]], [[2]]] }],
    },
  },
};
const fine = (more: Partial<FineCoast>): FineCoast => ({
  source: 'test',
  url: 'https://example.org',
  licence: 'none',
  radiusKm: 50,
  centres: [[5, 0]],
  shores: [],
  islands: [],
  ...more,
});

describe('a finer shore', () => {
  it('takes the place of the coast between the points where they cross, so that no edge is left', () => {
    const shore: Position[] = [
      [4.7, -0.1],
      [4.9, 0.1],
      [5.1, 0.1],
      [5.3, -0.1],
    ];
    const { arcs } = stitchCoast(SQUARE, fine({ shores: [shore] }));
    expect(arcs[0]).toEqual([
      [0, 0],
      [expect.closeTo(4.8), expect.closeTo(0)],
      [4.9, 0.1],
      [5.1, 0.1],
      [expect.closeTo(5.2), expect.closeTo(0)],
      [10, 0],
      [10, 10],
    ]);
    expect(arcs[1]).toEqual(SQUARE.arcs[1]);
  });

  it('is joined to the coast by a short line where it ends beside it', () => {
    const shore: Position[] = [
      [4.8, 0.01],
      [5, 0.1],
      [5.2, -0.1],
      [5.3, -0.01],
    ];
    const [coast = []] = stitchCoast(SQUARE, fine({ shores: [shore] })).arcs;
    expect(coast.slice(1, -2)).toEqual([[4.8, 0], ...shore, [5.3, 0]].map((at) => at.map((degrees) => expect.closeTo(degrees))));
  });

  it('takes the place of the coast as far as its end, where it crosses the coast once and runs the other way', () => {
    const shore: Position[] = [
      [0.9, 0.2],
      [0.8, -0.02],
      [0.1, -0.03],
      [-0.1, -0.03],
      [-0.3, 0.4],
    ];
    const [coast = []] = stitchCoast(SQUARE, fine({ shores: [shore] })).arcs;
    const crossed = [0.8 + 0.1 / 11, 0];
    const expected = [[0, 0], [0, -0.03], [0.1, -0.03], [0.8, -0.02], crossed, [10, 0], [10, 10]];
    expect(coast).toEqual(expected.map((at) => at.map((degrees) => expect.closeTo(degrees))));
  });

  it.each<[string, Position[], Position, Position[]]>([
    [
      'is cut back to where a shore crosses it',
      [
        [9.5, -0.02],
        [9.7, 0.02],
        [9.98, 0.01],
        [10.02, 0.01],
        [10.03, 0.2],
      ],
      [10, 0.01],
      [[10, 10]],
    ],
    [
      'is led on to a shore that lies before its end',
      [
        [9.5, 0.02],
        [9.7, -0.02],
        [9.98, -0.01],
        [10.02, -0.01],
        [10.03, -0.2],
      ],
      [10, -0.01],
      [
        [10, 0],
        [10, 10],
      ],
    ],
  ])('has the end of a border on it, which %s, and both coasts with it', (_, shore, end, rest) => {
    const border: Topology = {
      ...SQUARE,
      arcs: [
        SQUARE.arcs[0]!.slice(0, 2),
        SQUARE.arcs[0]!.slice(1),
        SQUARE.arcs[1]!,
        [
          [10, 10],
          [20, 10],
          [20, 0],
          [10, 0],
        ],
      ],
      objects: {
        countries: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'MultiPolygon', id: '001', arcs: [[[0, 1, 2]]] },
            { type: 'MultiPolygon', id: '002', arcs: [[[3, 1]]] },
          ],
        },
      },
    };
    const arcs = stitchCoast(border, fine({ centres: [[10, 0]], shores: [shore] })).arcs;
    const moved = end.map((degrees) => expect.closeTo(degrees));
    expect(arcs[1]).toEqual([moved, ...rest]);
    expect(arcs[0]!.at(-1)).toEqual(moved);
    expect(arcs[0]).toEqual(expect.arrayContaining(shore.slice(1, 3)));
    expect(arcs[0]).not.toContainEqual(shore[3]);
    expect(arcs[3]!.at(-1)).toEqual(moved);
  });

  it('is left alone where it meets no coast', () => {
    const shore: Position[] = [
      [4.8, 1],
      [5.2, 1],
    ];
    expect(stitchCoast(SQUARE, fine({ shores: [shore] })).arcs[0]).toEqual(SQUARE.arcs[0]);
  });

  it('brings its own islands, which take the place of the coarse ones near by', () => {
    const island: Position[] = [
      [5.2, -0.2],
      [5.3, -0.2],
      [5.3, -0.1],
      [5.2, -0.2],
    ];
    const { arcs, objects } = stitchCoast(SQUARE, fine({ islands: [island] }));
    expect(objects['countries']).toMatchObject({ geometries: [{ arcs: [[[0, 1]], [[3]]] }] });
    expect(arcs[3]).toEqual(island);
  });
});

describe('the coast of the atlas', () => {
  let base: BaseMap;
  beforeAll(() => {
    base = buildBaseMap(readConfig('geo', []));
  });

  it.each<[string, Position, Position]>([
    ['Alat', [49.4445, 39.9772], [49.4505, 39.9733]],
    ['Aktau', [51.2226, 43.5996], [51.216, 43.5965]],
    ['Kuryk', [51.4416, 43.1648], [51.4424, 43.1605]],
    ['Türkmenbaşy', [52.9952, 40.0037], [53, 39.9985]],
    ['Poti', [41.66, 42.1505], [41.642, 42.155]],
    ['Batumi', [41.6778, 41.6584], [41.664, 41.654]],
    ['Bandar Abbas', [56.08, 27.1125], [56.0835, 27.1]],
    ['Astara, where the railway runs along the shore,', [48.8735, 38.62], [48.878, 38.62]],
    ['Nhava Sheva', [72.9485, 18.951], [72.945, 18.953]],
  ])('has the quays of %s on land and its roads in the water', (_, quay, roads) => {
    expect(base.isFine(quay)).toBe(true);
    expect([base.isLand(quay), base.isLand(roads)]).toEqual([true, false]);
  });

  it('passes within 200 m of each of these ports', () => {
    const ports = new Map(readInputs('geo', []).nodes.map(({ node }) => [node.properties.id, node.geometry.coordinates]));
    const ids =
      'alat-port aktau-port kuryk-port turkmenbashi poti-port batumi-port bandar-abbas nhava-sheva caspian-port constanta burgas rotterdam mersin-port shanghai';
    for (const id of ids.split(' ')) {
      const around = sampleAround(ports.get(id)!, 0.2, (at) => (base.isLand(at) ? 'land' : 'sea'));
      expect({ id, around: [...around].sort() }).toEqual({ id, around: ['land', 'sea'] });
    }
  });

  it('is published as it was taken, islands and both sides of a border included, within 20 km of each port', () => {
    const { coast } = readConfig('geo', []);
    const published = JSON.parse(readFileSync('static/data/base/10m.json', 'utf8')) as Topology;
    const edges = published.arcs.flatMap((_, index) => {
      const arc = readArc(published, index);
      return arc.slice(1).map((b, i) => [arc[i] ?? b, b] as const);
    });
    const off = coast!.centres.flatMap((port) => {
      const squeeze = Math.cos((port[1] * Math.PI) / 180);
      const toKm = ([lon = 0, lat = 0]: readonly number[]) =>
        [(lon - port[0]) * squeeze * 111.195, (lat - port[1]) * 111.195] as const;
      const near = edges
        .map(([a, b]) => [toKm(a), toKm(b)] as const)
        .filter(([a, b]) => Math.min(Math.hypot(...a), Math.hypot(...b)) < 60);
      return [...coast!.shores, ...coast!.islands]
        .flat()
        .filter((at) => Math.hypot(...toKm(at)) < 20)
        .filter((at) => {
          const [x, y] = toKm(at);
          const distances = near.map(([[ax, ay], [bx, by]]) => {
            const [dx, dy] = [bx - ax, by - ay];
            const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
            return Math.hypot(ax + dx * share - x, ay + dy * share - y);
          });
          return Math.min(...distances) > 0.05;
        });
    });
    expect(off).toEqual([]);
  });

  it('is no finer than elsewhere far from all ports', () => {
    expect(base.isFine([50.5, 41.8])).toBe(false);
  });
});

describe('round the ports', () => {
  const ground = { isLand: ([lon]: Position) => lon < 0, isFine: () => true };
  const [link] = readInputs('geo', []).links;
  const coordinates: Position[] = [
    [-0.02, 0],
    [0.02, 0],
  ];

  it.each([
    ['sea', 'allowLand', /runs 2\.2 km over land near -0\.010, 0\.000/, /off the land of config\/coast\.json, or move its port/],
    ['rail', 'allowWater', /runs 2\.2 km over water near 0\.010, 0\.000/, /on the land of config\/coast\.json/],
  ] as const)('a line of mode %s may not leave its element, whatever is allowed elsewhere', (mode, field, problem, remedy) => {
    const problems = checkLand([{ ...link!, mode, coordinates, [field]: 'Coarse coast.' }], ground);
    expect(problems).toEqual([
      { file: link!.file, feature: link!.id, problem: expect.stringMatching(problem), remedy: expect.stringMatching(remedy) },
    ]);
  });
});

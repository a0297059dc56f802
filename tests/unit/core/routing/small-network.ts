/** Small networks for tests of the finder, drawn from a few words. */
import type { Network } from '../../../../src/core/routing/best-paths.ts';
import type { LinkFeature, Mode, NodeFeature, Status } from '../../../../src/core/dataset/model.ts';

export interface LinkSketch {
  id: string;
  from: string;
  to: string;
  km: number;
  mode?: Mode;
  gaugeMm?: number;
  status?: Status;
  opened?: string;
  closed?: string;
  /** Countries in order from `from` to `to`, in equal parts; that of `from` where it is left out. */
  countries?: string[];
}

/** `nodes` gives the country of each. */
export function network(nodes: Record<string, string>, links: readonly LinkSketch[]): Network {
  const at = new Map(Object.keys(nodes).map((id, i) => [id, [i, i % 3] as [number, number]]));
  return {
    nodes: new Map(
      Object.entries(nodes).map(([id, country]): [string, NodeFeature] => [
        id,
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: at.get(id)! },
          properties: { id, name: id, names: {}, country, kind: 'station', rank: 1, sources: ['x'] },
        },
      ]),
    ),
    links: new Map(links.map((sketch) => [sketch.id, linkOf(sketch, nodes, at)])),
  };
}

function linkOf(sketch: LinkSketch, nodes: Record<string, string>, at: Map<string, [number, number]>): LinkFeature {
  const { id, from, to, km, mode = 'rail', gaugeMm = 1435, status = 'open', opened, closed } = sketch;
  const passes = (sketch.countries ?? [nodes[from]!]).map((code, _, all) => ({ code, km: km / all.length }));
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [at.get(from)!, at.get(to)!] },
    properties: {
      id,
      from,
      to,
      mode,
      status,
      drawnKm: km,
      published: [],
      fidelity: 'hand',
      vertices: 2,
      sources: ['x'],
      gaugeMm: mode === 'rail' ? gaugeMm : null,
      ...(opened && { opened }),
      ...(closed && { closed }),
      countries: [...new Set(passes.map(({ code }) => code))].map((code) => ({
        code,
        km: passes.filter((pass) => pass.code === code).reduce((sum, pass) => sum + pass.km, 0),
      })),
      passes,
    },
  };
}

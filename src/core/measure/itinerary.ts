/** A route step by step, as data that a page turns into words: all that the map shows of it. */
import type { Atlas } from '../dataset/dataset.ts';
import type { LinkProperties, Mode, RouteProperties, Status } from '../dataset/model.ts';

interface Ride {
  type: 'ride';
  mode: Mode;
  status: Status;
  gaugeMm: number | null;
  from: string;
  to: string;
  /** Kilometres of the ride. */
  km: number;
  kmFrom: number;
  /** What keeps traffic off all of the ride in spite of its status. */
  disruption?: NonNullable<LinkProperties['disruption']>;
  /** Places between that are shown from far out. */
  through: string[];
}

export type Step =
  | { type: 'start'; node: string; km: number }
  | Ride
  | { type: 'border'; from: string; to: string; km: number; bySea: boolean }
  | { type: 'gauge'; node: string; fromMm: number; toMm: number; km: number }
  | { type: 'change'; node: string; from: Mode; to: Mode; km: number }
  | { type: 'end'; node: string; km: number };

/** A route, or any path that is measured alike. */
type Line = Pick<RouteProperties, 'links' | 'nodes' | 'crossings' | 'breaks' | 'changes'>;

const SHOWN_RANK = 2;
/** Where several things happen at one kilometre: arrive, then what changes there, then the border. */
const ORDER = { start: 0, gauge: 2, change: 3, border: 4, ride: 5, end: 6 };

/**
 * Links of the same mode, status, gauge and disruption make one ride; a ride ends where one of them changes. Borders, changes of gauge and
 * of mode stand at their kilometre.
 */
export function computeItinerary(atlas: Atlas, route: Line): Step[] {
  const rides = findRides(atlas, route);
  const [first, last] = [route.nodes[0], route.nodes.at(-1)];
  if (!first || !last) return [];
  const steps: Step[] = [
    { type: 'start', node: first.id, km: 0 },
    ...rides,
    ...route.crossings.map((crossing): Step => ({ type: 'border', ...crossing })),
    ...route.breaks.map((one): Step => ({ type: 'gauge', ...one })),
    ...route.changes.map((one): Step => ({ type: 'change', ...one })),
    { type: 'end', node: last.id, km: last.km },
  ];
  const getKm = (step: Step): number => (step.type === 'ride' ? step.kmFrom : step.km);
  return steps.sort((a, b) => getKm(a) - getKm(b) || ORDER[a.type] - ORDER[b.type]);
}

function findRides(atlas: Atlas, route: Line): Ride[] {
  const rides: Ride[] = [];
  route.links.forEach(({ id }, i) => {
    const link = atlas.links.get(id)?.properties;
    const [start, end] = [route.nodes[i], route.nodes[i + 1]];
    if (!link || !start || !end) return;
    const { mode, status, gaugeMm, disruption } = link;
    const last = rides.at(-1);
    const continues =
      last?.to === start.id &&
      last.mode === mode &&
      last.status === status &&
      last.gaugeMm === gaugeMm &&
      last.disruption?.id === disruption?.id;
    if (continues) {
      const node = atlas.nodes.get(start.id)?.properties;
      if (node && node.rank <= SHOWN_RANK && node.kind !== 'waypoint') last.through.push(start.id);
      last.to = end.id;
      last.km = end.km - last.kmFrom;
    } else {
      rides.push({
        type: 'ride',
        mode,
        status,
        gaugeMm,
        from: start.id,
        to: end.id,
        km: end.km - start.km,
        kmFrom: start.km,
        ...(disruption && { disruption }),
        through: [],
      });
    }
  });
  return rides;
}

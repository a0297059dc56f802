/**
 * The view of a chapter as one line of `name=value` pairs with blanks between them:
 * `select=btk compare=ew-btk,northern year=2018 camera=6/41.2/45.5 show=bars,btk`.
 * `show` names what stands in the stage: a chart (`bars`, `times`, `years`) and, where not all is drawn, routes and corridors.
 */
import { MOST_COMPARED } from '../dataset/enums.ts';
import { parseYear, readId } from '../dataset/read-values.ts';
import { STORY_CHARTS, type StoryView } from '../dataset/schema/context/stories.ts';
import { readCamera, writeCamera } from '../geo/camera-hash.ts';
import { readItem } from '../url/compare-items.ts';

export const VIEW_NAMES = ['select', 'compare', 'year', 'camera', 'show'] as const;

/** A part of the line that cannot be used: a name that there is not, or a value that its name does not take. */
export interface ViewFault {
  part: string;
  reason: 'name' | 'value' | 'twice';
}

type Reader = (value: string) => Partial<StoryView> | null;

const READERS: Readonly<Record<(typeof VIEW_NAMES)[number], Reader>> = {
  select: (value) => {
    const id = readId(value);
    return id === null ? null : { select: id };
  },
  compare: (value) => {
    const items = value.split(',');
    const areItems = items.every((item) => typeof readItem(item) !== 'string');
    return items.length <= MOST_COMPARED && areItems ? { compare: items } : null;
  },
  year: (value) => {
    const year = parseYear(value);
    return year === null ? null : { year };
  },
  camera: (value) => {
    const camera = readCamera(`#${value}`);
    return camera ? { camera } : null;
  },
  show: (value) => {
    const names = value.split(',');
    const charts = STORY_CHARTS.filter((chart) => names.includes(chart));
    const only = names.filter((name) => !charts.some((chart) => chart === name));
    if (charts.length > 1 || only.some((name) => readId(name) === null)) return null;
    return { ...(charts[0] && { chart: charts[0] }), ...(only.length > 0 && { only }) };
  },
};

/** What can be used of a line, and what cannot. */
export function readView(line: string): { view: StoryView; faults: ViewFault[] } {
  const view: StoryView = {};
  const faults: ViewFault[] = [];
  const seen = new Set<string>();
  for (const part of line.split(/\s+/).filter(Boolean)) {
    const at = part.indexOf('=');
    const name = VIEW_NAMES.find((one) => one === part.slice(0, at));
    if (name === undefined) faults.push({ part, reason: 'name' });
    else if (seen.has(name)) faults.push({ part, reason: 'twice' });
    else {
      seen.add(name);
      const value = READERS[name](part.slice(at + 1));
      if (value) Object.assign(view, value);
      else faults.push({ part, reason: 'value' });
    }
  }
  return { view, faults };
}

/** The line that `readView` reads as this view. */
export function writeView({ select, compare, year, camera, only, chart }: StoryView): string {
  const show = [...(chart ? [chart] : []), ...(only ?? [])];
  const rows: [name: (typeof VIEW_NAMES)[number], value: string | undefined][] = [
    ['select', select],
    ['compare', compare?.join(',')],
    ['year', year?.toString()],
    ['camera', camera && writeCamera(camera).slice(1)],
    ['show', show.join(',')],
  ];
  return rows.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join(' ');
}

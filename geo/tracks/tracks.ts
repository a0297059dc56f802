import { join } from 'node:path';
import { distance } from '@turf/distance';
import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import * as v from 'valibot';
import { measureLine } from '../../src/core/measure/measure.ts';
import type { Position } from '../../src/core/dataset/model.ts';
import type { RawLink } from '../read/lines.ts';
import type { Problem } from '../read/problem.ts';
import { listFiles, readJson } from '../read/json.ts';
import { writeWhole } from '../publish/write.ts';

const position = v.tuple([
  v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
]);

/** One file of `geo/network/tracks`: the line of one link as it lies on the ground, with its date and licence. */
const trackFile = v.object({
  type: v.literal('Feature'),
  geometry: v.object({ type: v.literal('LineString'), coordinates: v.pipe(v.array(position), v.minLength(2)) }),
  properties: v.object({
    link: v.string(),
    km: v.number(),
    /** The state of OpenStreetMap that it shows, ISO 8601. */
    asOf: v.string(),
    /** An id of `geo/sources.json`. */
    source: v.string(),
    licence: v.string(),
    credit: v.string(),
    /** OpenStreetMap's ways, in the order of travel. */
    ways: v.array(v.number()),
  }),
});
export type Track = v.InferOutput<typeof trackFile>;

const LICENCE = { licence: 'ODbL-1.0', credit: '© OpenStreetMap contributors' };
/** Degrees within which points on a straight are left out; that of four decimals. */
const TOLERANCE = 0.0001;
/** The shape of an empty feature, for a file that does not parse. */
const NONE: Track = {
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [] },
  properties: { link: '', km: 0, asOf: '', source: '', ways: [], ...LICENCE },
};

const round4 = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

export const getTrackPath = (dir: string, link: string): string => join(dir, `${link}.geojson`);

/** A track as it is kept: thinned out, to four decimals. */
export function readTrack(
  link: string,
  line: readonly Position[],
  about: { asOf: string; source: string; ways: number[] },
): Track {
  const thin = simplify(lineString(line.map((p) => [...p])), { tolerance: TOLERANCE, highQuality: true }).geometry.coordinates;
  const coordinates = thin.map(([lon = 0, lat = 0]): [number, number] => [round4(lon), round4(lat)]);
  const { asOf, source, ways } = about;
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: { link, km: measureLine(coordinates), asOf, source, ...LICENCE, ways },
  };
}

/** Writes a track with one position a line, so that a change of a bend is a small difference. */
export function writeTrack(dir: string, track: Track): void {
  const { geometry, ...rest } = track;
  const points = geometry.coordinates.map((p) => `      ${JSON.stringify(p)}`).join(',\n');
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  const text = `${head},\n  "geometry": {\n    "type": "LineString",\n    "coordinates": [\n${points}\n    ]\n  }\n}\n`;
  writeWhole(getTrackPath(dir, track.properties.link), text);
}

/**
 * Gives links the tracks of a folder in place of the lines that were drawn by hand.
 *
 * A track that runs the other way is turned. What does not parse, or names no link, is added to `problems`.
 */
export function applyTracks(links: readonly RawLink[], dir: string, problems: Problem[]): RawLink[] {
  const known = new Set(links.map(({ id }) => id));
  const tracks = new Map<string, { file: string; track: Track }>();
  for (const file of listFiles(dir, '.geojson')) {
    const track = readJson(file, { schema: trackFile, fallback: NONE }, problems);
    if (track === NONE) continue;
    const { link } = track.properties;
    if (known.has(link) && file === getTrackPath(dir, link)) tracks.set(link, { file, track });
    else {
      const problem = known.has(link) ? `is the track of "${link}" under another name` : `there is no link "${link}"`;
      problems.push({ file, feature: link, problem, remedy: 'delete the file, or run "npm run data:refresh"' });
    }
  }
  return links.map((link): RawLink => {
    const found = tracks.get(link.id);
    if (!found) return link;
    const { geometry, properties } = found.track;
    const start = link.coordinates[0]!;
    const line = geometry.coordinates;
    const turned = distance(start, line[0]!) > distance(start, line.at(-1)!);
    return {
      ...link,
      file: found.file,
      fidelity: 'track',
      sources: [...new Set([...link.sources, properties.source])],
      coordinates: turned ? line.toReversed() : line,
    };
  });
}

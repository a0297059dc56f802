/** GPX 1.1: points as waypoints, lines as tracks; areas, which the format does not have, as tracks along their outlines. */
import type { Position } from 'geojson';
import { type Markup, type Part, writeElement } from '../../markup.ts';
import type { NamedFeature, WriteOptions } from '../formats/format.ts';
import { getOwn, isObject } from '../parse/json-values.ts';
import { flattenGeometry } from './flatten.ts';

export function writeGpx(features: readonly NamedFeature[], { title, creator }: WriteOptions): string {
  const written = features.map(writeFeature);
  const root = writeElement(
    'gpx',
    { version: '1.1', creator, xmlns: 'http://www.topografix.com/GPX/1/1' },
    writeElement('metadata', {}, writeElement('name', {}, title)),
    // The schema wants waypoints before tracks.
    written.flatMap(({ waypoints }) => waypoints),
    written.flatMap(({ tracks }) => tracks),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
}

function writeFeature({ properties, geometry }: NamedFeature): { waypoints: Markup[]; tracks: Markup[] } {
  const { points, lines, rings } = flattenGeometry(geometry);
  const description = properties['desc'] ?? properties['description'];
  const about = [
    writeElement('name', {}, properties.name),
    typeof description === 'string' && description !== '' && writeElement('desc', {}, description),
  ];
  const times = readTimes(properties, lines);
  const segments = [...lines, ...rings.flat()].map((line, i) =>
    writeElement(
      'trkseg',
      {},
      line.map((position, k) => writePoint('trkpt', position, null, times?.[i]?.[k])),
    ),
  );
  return {
    waypoints: points.map((position) => writePoint('wpt', position, about)),
    tracks: segments.length > 0 ? [writeElement('trk', {}, about, segments)] : [],
  };
}

function writePoint(name: string, [lon, lat, height]: Position, about: Part, time?: string): Markup {
  return writeElement(
    name,
    { lat, lon },
    height !== undefined && writeElement('ele', {}, height),
    time !== undefined && writeElement('time', {}, time),
    about,
  );
}

/** Times of points as togeojson gives them; only where each point has one. */
function readTimes(properties: NamedFeature['properties'], lines: readonly Position[][]): string[][] | null {
  const ofPoints = properties['coordinateProperties'];
  const times = isObject(ofPoints) ? getOwn(ofPoints, 'times') : undefined;
  if (!Array.isArray(times)) return null;
  const parts: unknown[] = lines.length === 1 ? [times] : times;
  const isWhole = lines.every((line, i) => {
    const part = parts[i];
    return Array.isArray(part) && part.length === line.length && part.every((time) => typeof time === 'string');
  });
  return isWhole ? (parts as string[][]) : null;
}

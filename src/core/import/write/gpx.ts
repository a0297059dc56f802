/** GPX 1.1: points as waypoints, lines as tracks; areas, which the format does not have, as tracks along their outlines. */
import type { Position } from 'geojson';
import type { NamedFeature, WriteOptions } from '../formats/format.ts';
import { flattenGeometry } from './flatten.ts';
import { escapeXml, writeElement } from './markup.ts';

export function writeGpx(features: readonly NamedFeature[], { title, creator }: WriteOptions): string {
  const written = features.map(writeFeature);
  // The schema wants waypoints before tracks.
  const content = [
    writeElement('metadata', writeElement('name', escapeXml(title))),
    ...written.flatMap(({ waypoints }) => waypoints),
    ...written.flatMap(({ tracks }) => tracks),
  ];
  const root = writeElement('gpx', `\n${content.join('\n')}\n`, {
    version: '1.1',
    creator,
    xmlns: 'http://www.topografix.com/GPX/1/1',
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function writeFeature({ properties, geometry }: NamedFeature): { waypoints: string[]; tracks: string[] } {
  const { points, lines, rings } = flattenGeometry(geometry);
  const description = properties['desc'] ?? properties['description'];
  const about =
    writeElement('name', escapeXml(properties.name)) +
    (typeof description === 'string' && description !== '' ? writeElement('desc', escapeXml(description)) : '');
  const times = readTimes(properties, lines);
  const segments = [...lines, ...rings.flat()].map((line, i) =>
    writeElement('trkseg', line.map((position, k) => writePoint('trkpt', position, '', times?.[i]?.[k])).join('')),
  );
  return {
    waypoints: points.map((position) => writePoint('wpt', position, about)),
    tracks: segments.length > 0 ? [writeElement('trk', `${about}\n${segments.join('\n')}\n`)] : [],
  };
}

function writePoint(name: string, [lon = 0, lat = 0, height]: Position, about = '', time?: string): string {
  const content =
    (height === undefined ? '' : writeElement('ele', String(height))) +
    (time === undefined ? '' : writeElement('time', escapeXml(time))) +
    about;
  return writeElement(name, content, { lat: String(lat), lon: String(lon) });
}

/** Times of points as togeojson gives them; only where each point has one. */
function readTimes(properties: NamedFeature['properties'], lines: readonly Position[][]): string[][] | null {
  const kept = properties['coordinateProperties'] as { times?: unknown } | undefined;
  const times: unknown = kept?.times;
  if (!Array.isArray(times)) return null;
  const parts: unknown[] = lines.length === 1 ? [times] : times;
  const isWhole = lines.every((line, i) => {
    const part = parts[i];
    return Array.isArray(part) && part.length === line.length && part.every((time) => typeof time === 'string');
  });
  return isWhole ? (parts as string[][]) : null;
}

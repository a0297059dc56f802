import { measureLine } from '../../src/core/measure/measure.ts';
import type { Ways } from './overpass.ts';
import { judgeTrack } from './judge-track.ts';
import type { RawLink } from '../read/lines.ts';
import { stitchTrack } from './stitch-track.ts';
import { type Track, readTrack } from './tracks.ts';
import { writeTrackQuery } from './track-query.ts';

export interface RefreshOptions {
  ask(query: string): Promise<Ways>;
  /** Seconds that the server may work on a query. */
  seconds: number;
  /** How far a node may lie from the track, in kilometres. */
  snapKm: number;
  /** How far the track's length may depart from the published or drawn one, such as 0.08. */
  share: number;
  /** The id of a source of `geo/sources.json`. */
  source: string;
}

/**
 * Looks for the track of one link.
 *
 * @returns the track, or why there is none, in words for the person who runs the refresh
 * @throws AtlasError where the server does not give an answer
 */
export async function refreshLink(
  link: RawLink,
  { ask, seconds, snapKm, share, source }: RefreshOptions,
): Promise<Track | string> {
  const query = writeTrackQuery(link, seconds);
  if (query === null) return `has no track on the ground (${link.mode}, ${link.status})`;
  const { ways, asOf } = await ask(query);
  const found = stitchTrack(ways, link.coordinates[0]!, link.coordinates.at(-1)!, snapKm);
  if (typeof found === 'string') return found;
  const refused = judgeTrack(measureLine(found.line), link, share);
  return refused ?? readTrack(link.id, found.line, { asOf, source, ways: found.ways });
}

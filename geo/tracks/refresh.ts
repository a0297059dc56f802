import { existsSync } from 'node:fs';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import type { RawLink } from '../read/lines.ts';
import { refreshLink, type RefreshOptions } from './refresh-link.ts';
import { getTrackPath, writeTrack } from './tracks.ts';

export interface RefreshAll extends RefreshOptions {
  /** Folder of the tracks. */
  to: string;
  /** Ids of the links to ask for; all railways by default. */
  only?: readonly string[];
  /** Ask for links that have a track already. */
  again?: boolean;
  /** When to stop asking, in milliseconds since 1970. */
  until: number;
  tell(line: string): void;
}

export interface Refreshed {
  written: string[];
  /** No track that could be taken. */
  refused: string[];
  /** No answer. */
  failed: string[];
  /** Not asked for: the server did not answer, or the time was up. */
  left: string[];
}

/** After this many failures in a row the server is left alone. */
const ENOUGH = 3;

/** Asks for the track of one link after the other and writes what is taken; a later run goes on with what is left. */
export async function refreshTracks(links: readonly RawLink[], options: RefreshAll): Promise<Refreshed> {
  const { to, only, again = false, until, tell } = options;
  const result: Refreshed = { written: [], refused: [], failed: [], left: [] };
  const wanted = links.filter(({ id, mode, status }) => {
    if (only) return only.includes(id);
    return mode === 'rail' && status !== 'planned' && (again || !existsSync(getTrackPath(to, id)));
  });
  let inRow = 0;
  for (const [i, link] of wanted.entries()) {
    if (inRow >= ENOUGH || Date.now() > until) {
      result.left = wanted.slice(i).map(({ id }) => id);
      break;
    }
    try {
      const track = await refreshLink(link, options);
      inRow = 0;
      if (typeof track === 'string') {
        result.refused.push(link.id);
        tell(`${link.id}: refused: ${track}`);
      } else {
        writeTrack(to, track);
        result.written.push(link.id);
        tell(`${link.id}: written, ${track.properties.km.toFixed(1)} km`);
      }
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      inRow++;
      result.failed.push(link.id);
      tell(`${link.id}: no answer: ${error.message}`);
    }
  }
  return result;
}

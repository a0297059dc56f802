import type { RawLink } from '../read/lines.ts';
import { measureLine } from '../../src/core/measure/measure.ts';

/**
 * Whether a track that was found is the link's: its length is near the published one, of which there may be several, or near
 * the drawn one where none is published.
 *
 * @param km length of the track
 * @param share how far it may depart, such as 0.08
 * @returns why it is refused, in words for the person who runs the refresh; null where it is taken
 */
export function judgeTrack(km: number, { published = [], coordinates }: RawLink, share: number): string | null {
  const whole = published.filter(({ part }) => !part).map((row) => row.km);
  const lengths = whole.length > 0 ? whole : [measureLine(coordinates)];
  const [least, most] = [Math.min(...lengths) * (1 - share), Math.max(...lengths) * (1 + share)];
  if (km >= least && km <= most) return null;
  const kind = whole.length > 0 ? 'published' : 'drawn';
  return `${km.toFixed(1)} km is not within ${share * 100} % of the ${kind} ${lengths.map((one) => one.toFixed(1)).join(' or ')} km`;
}

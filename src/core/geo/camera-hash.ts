/** The camera as the hash of an address, `#zoom/lat/lon`, and back. */
import type { Camera } from './projection.ts';

const MAX_ZOOM = 20;
const HASH = /^#(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/;

/** The camera of a hash; undefined where it has none, or one out of range. */
export function readCamera(hash: string): Camera | undefined {
  const match = HASH.exec(hash);
  if (!match) return undefined;
  const [zoom = NaN, lat = NaN, lon = NaN] = match.slice(1).map(Number);
  return zoom <= MAX_ZOOM && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : undefined;
}

/** With as many decimals as a pixel is wide. */
export function writeCamera({ zoom, lat, lon }: Camera): string {
  const digits = Math.min(4, Math.max(1, Math.ceil((zoom + 1) / 3.32)));
  const wrapped = ((((lon + 180) % 360) + 360) % 360) - 180;
  const round = (value: number, places: number) => String(Number(value.toFixed(places)));
  return `#${round(Math.max(0, zoom), 2)}/${round(lat, digits)}/${round(wrapped, digits)}`;
}

/** PNG with a palette, a third of the size of one with a colour for each pixel. */
import { crc32, deflateSync } from 'node:zlib';
import type { Size } from '../../../src/core/geo/projection.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MOST_COLOURS = 256;
/** Colours nearer than this, of 255 in each of red, green and blue, are one. */
const NEAR = 7;

/** Red, green and blue as one number. */
export type Colour = number;
export const packColour = (red: number, green: number, blue: number): Colour => (red << 16) | (green << 8) | blue;

/** Squared. */
function computeDistance(a: Colour, b: Colour): number {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

/** The colours of a drawing, whose areas are of few colours and their edges between them: the most frequent first, none like another. */
export class ColourTable {
  readonly colours: readonly Colour[];
  readonly #indices = new Map<Colour, number>();

  constructor(pixels: readonly Colour[] | Uint32Array) {
    const counts = new Map<Colour, number>();
    let run = 0;
    for (let i = 0; i < pixels.length; i += 1) {
      const colour = pixels[i] ?? 0;
      run += 1;
      if (colour === pixels[i + 1]) continue;
      counts.set(colour, (counts.get(colour) ?? 0) + run);
      run = 0;
    }
    const colours: Colour[] = [];
    for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
      if (colours.length === MOST_COLOURS) break;
      if (colours.every((other) => computeDistance(colour, other) >= NEAR * NEAR)) colours.push(colour);
    }
    this.colours = colours;
  }

  /** Place of the nearest colour. */
  find(colour: Colour): number {
    const known = this.#indices.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    let least = Infinity;
    for (let i = 0; i < this.colours.length; i += 1) {
      const distance = computeDistance(colour, this.colours[i] ?? 0);
      if (distance >= least) continue;
      best = i;
      least = distance;
    }
    this.#indices.set(colour, best);
    return best;
  }
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), data.length + 8);
  return chunk;
}

/** @param indices a byte for each pixel, row by row: its place in the table */
export function encodeIndexedPng({ width, height }: Size, indices: Uint8Array, { colours }: ColourTable): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which are places in a palette.
  header.set([8, 3], 8);
  // Each row has a byte for its filter before it; of palettes, none is the best.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    writeChunk('IHDR', header),
    writeChunk('PLTE', Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    writeChunk('IDAT', deflateSync(rows)),
    writeChunk('IEND', new Uint8Array()),
  ]);
}

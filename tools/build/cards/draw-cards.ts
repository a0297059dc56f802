/**
 * Preview cards in every language. What lies below the names is drawn once and kept as places in its palette; for each language only
 * the names and the words of the card are drawn and laid over it, which takes a sixth of the time.
 */
import { Resvg } from '@resvg/resvg-js';
import type { Markup } from '../../../src/core/markup.ts';
import { CARD, type CardText, writeCard, writeCardGround } from '../../../src/pages/card.ts';
import type { Source } from '../../../src/pages/subject.ts';
import { getFontOptions, writeCardFonts, writeFamilies } from './card-fonts.ts';
import { type Colour, ColourTable, encodeIndexedPng, packColour } from './indexed-png.ts';

export interface CardRequest {
  id: string;
  text: CardText;
  /** The map, without its ground. */
  names: Markup;
  /** What is the same in every language. */
  ground: Markup | null;
}

interface Ground {
  table: ColourTable;
  indices: Uint8Array;
}

type FontOptions = ReturnType<typeof getFontOptions>;

/** Red, green, blue and opacity of each pixel, the colours multiplied by the opacity. */
const drawPixels = (svg: string, font: FontOptions): Uint8Array => new Resvg(svg, { font }).render().pixels;

/** What is seen of a pixel of a drawing over another colour. */
function blend(drawing: Uint8Array, at: number, below: Colour): Colour {
  const clear = 1 - (drawing[at + 3] ?? 0) / 255;
  const mix = (i: 0 | 1 | 2, one: number): number => Math.min(255, Math.round((drawing[at + i] ?? 0) + one * clear));
  return packColour(mix(0, below >> 16), mix(1, (below >> 8) & 255), mix(2, below & 255));
}

export class Cards {
  readonly #grounds = new Map<string, Ground>();

  /** The cards of one language by their ids, as PNG. */
  async draw({ tr }: Pick<Source, 'tr'>, requests: readonly CardRequest[]): Promise<Map<string, Uint8Array>> {
    const drawn = requests.map(({ text, names }) => writeCard({ tr }, text, names));
    const font = getFontOptions(await writeCardFonts(`.cache/fonts/${tr.lang}`, drawn.join('')));
    return new Map(
      requests.map(({ id, ground }, i) => [id, this.#layOver(id, ground, drawPixels(writeFamilies(drawn[i] ?? ''), font))]),
    );
  }

  #layOver(id: string, groundMarkup: Markup | null, drawing: Uint8Array): Uint8Array {
    const { table, indices } = this.#grounds.get(id) ?? this.#drawGround(id, groundMarkup, drawing);
    const laid = indices.slice();
    for (const [pixel, index] of indices.entries()) {
      const at = pixel * 4;
      if (drawing[at + 3] !== 0) laid[pixel] = table.find(blend(drawing, at, table.colours[index] ?? 0));
    }
    return encodeIndexedPng(CARD, laid, table);
  }

  /** @param drawing what is laid over it first: its colours are in the palette too */
  #drawGround(id: string, markup: Markup | null, drawing: Uint8Array): Ground {
    const pixels = drawPixels(writeCardGround(markup), getFontOptions([]));
    const colours = new Uint32Array(pixels.length / 4);
    for (let i = 0; i < colours.length; i += 1) {
      colours[i] = packColour(pixels[i * 4] ?? 0, pixels[i * 4 + 1] ?? 0, pixels[i * 4 + 2] ?? 0);
    }
    const table = new ColourTable(
      colours.map((colour, i) => (drawing[i * 4 + 3] === 0 ? colour : blend(drawing, i * 4, colour))),
    );
    const ground = { table, indices: Uint8Array.from(colours, (colour) => table.find(colour)) };
    this.#grounds.set(id, ground);
    return ground;
  }
}

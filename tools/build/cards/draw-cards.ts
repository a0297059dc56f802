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

/** One of the three colours of a pixel, as it is seen through a drawing that has so much of it itself and lets through a share of it. */
const mix = (drawn: number, below: number, clear: number): number => Math.min(255, Math.round(drawn + below * clear));

/** What is seen of a pixel of a drawing over another colour. */
function blend(drawing: Uint8Array, at: number, below: Colour): Colour {
  const clear = 1 - (drawing[at + 3] ?? 0) / 255;
  return packColour(
    mix(drawing[at] ?? 0, below >> 16, clear),
    mix(drawing[at + 1] ?? 0, (below >> 8) & 255, clear),
    mix(drawing[at + 2] ?? 0, below & 255, clear),
  );
}

// There are 300 million pixels on all cards: they are gone through without a call or an object for each.
export class Cards {
  readonly #grounds = new Map<string, Ground>();
  /** Of the card that is drawn: memory that is asked for anew has to be cleared anew. */
  readonly #laid = new Uint8Array(CARD.width * CARD.height);

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
    const laid = this.#laid;
    laid.set(indices);
    for (let pixel = 0; pixel < laid.length; pixel += 1) {
      const at = pixel * 4;
      if (drawing[at + 3] === 0) continue;
      laid[pixel] = table.find(blend(drawing, at, table.colours[indices[pixel] ?? 0] ?? 0));
    }
    return encodeIndexedPng(CARD, laid, table);
  }

  /** @param drawing what is laid over it first: its colours are in the palette too */
  #drawGround(id: string, markup: Markup | null, drawing: Uint8Array): Ground {
    const pixels = drawPixels(writeCardGround(markup), getFontOptions([]));
    const colours = new Uint32Array(pixels.length / 4);
    const seen = new Uint32Array(colours.length);
    for (let i = 0; i < colours.length; i += 1) {
      const at = i * 4;
      const colour = packColour(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      colours[i] = colour;
      seen[i] = drawing[at + 3] === 0 ? colour : blend(drawing, at, colour);
    }
    const table = new ColourTable(seen);
    const indices = new Uint8Array(colours.length);
    // Most pixels are as the one before.
    for (let i = 0; i < colours.length; i += 1) {
      indices[i] = i > 0 && colours[i] === colours[i - 1] ? (indices[i - 1] ?? 0) : table.find(colours[i] ?? 0);
    }
    const ground = { table, indices };
    this.#grounds.set(id, ground);
    return ground;
  }
}

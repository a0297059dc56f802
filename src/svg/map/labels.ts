/** Places names so that none touches another: the most important first, each in the first of its places that is still free. */
import type { Anchor, LabelStyle } from '../../core/style/drawing.ts';
import type { Point } from '../../core/geo/projection.ts';
import type { Frame } from '../geometry.ts';
import { balanceLines, measureText } from '../text.ts';

/** Of a line of text, in ems. */
const LINE = 1.2;
/** From the middle of a line down to its baseline, in ems. */
const BASELINE = 0.35;
/** How much nearer names above and below their point stand, in ems: their letters do not fill the line. */
const NEARER = 7 / 24;
/** Share by which a name may be longer in the fonts of a reader's machine, where ours are not fetched: no edge is to cut it. */
const SPARE = { bold: 0.25, regular: 0.1 };

export interface LabelRequest {
  text: string;
  at: Point;
  /** Pixels. */
  size: number;
  style: LabelStyle;
  /** In place of that of the style. */
  offset?: number;
  /** Half the side of a symbol that is drawn at the point with the name. */
  symbol?: number;
}

export interface Label {
  text: string;
  lines: string[];
  align: 'start' | 'middle' | 'end';
  /** Of the first baseline, at the end that `align` names. */
  x: number;
  y: number;
  size: number;
  /** Pixels between baselines. */
  leading: number;
  box: Frame;
  /** Degrees clockwise by which it is turned about a point. */
  turn?: { angle: number; about: Point };
}

const touches = (a: Frame, b: Frame): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
const isWithin = (a: Frame, b: Frame): boolean => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
const growBox = ([left, top, right, bottom]: Frame, by: number): Frame => [left - by, top - by, right + by, bottom + by];

/** The box of a label whose text is so many pixels longer, from where it begins. */
function lengthen({ align, box: [left, top, right, bottom] }: Label, by: number): Frame {
  const before = { start: 0, middle: 0.5, end: 1 }[align] * by;
  return [left - before, top, right + by - before, bottom];
}

/** The boxes of a picture that are taken, and names placed between them. */
export class CollisionIndex {
  readonly #taken: Frame[];
  readonly #core: Frame;

  /**
   * @param core what is always seen of the picture: names stay in it, so that no edge cuts one
   * @param covered boxes that something will lie over
   */
  constructor(core: Frame, covered: readonly Frame[] = []) {
    this.#core = core;
    this.#taken = [...covered];
  }

  /** Keeps names away from a box. */
  reserve(box: Frame): void {
    this.#taken.push(box);
  }

  isFree(box: Frame): boolean {
    return isWithin(box, this.#core) && !this.#taken.some((other) => touches(box, other));
  }

  /** True of the box of a bold name that is free, and seen as well where other fonts make the name longer. */
  isFreeForBold(box: Frame): boolean {
    const [left, top, right, bottom] = box;
    const more = ((right - left) * SPARE.bold) / 2;
    return this.isFree(box) && isWithin([left - more, top, right + more, bottom], this.#core);
  }

  /** The label, where its box is free and from then on taken; else null. */
  take(label: Label): Label | null {
    if (!this.isFree(label.box)) return null;
    this.reserve(label.box);
    return label;
  }

  /** The first free place of a name, which is taken from then on; null where all its places are taken. */
  place({ text, at, size, style, offset = style.offset ?? 0, symbol = 0 }: LabelRequest): Label | null {
    const icon: Frame = [at[0] - symbol, at[1] - symbol, at[0] + symbol, at[1] + symbol];
    if (symbol > 0 && !this.isFree(icon)) return null;
    const lines = balanceLines(text, style.maxWidth, style);
    const width = Math.max(...lines.map((line) => measureText(line, style))) * size;
    for (const anchor of style.anchors ?? (['center'] as const)) {
      const label = setBlock({ text, lines, at, size, width, anchor, offset });
      const room = growBox(label.box, style.padding);
      const longest = lengthen(label, width * (style.bold ? SPARE.bold : SPARE.regular));
      if (!this.isFree(room) || !isWithin(longest, this.#core)) continue;
      this.reserve(room);
      if (symbol > 0) this.reserve(icon);
      return label;
    }
    return null;
  }
}

/** A name on a line or two, the middle of the lower one `low` pixels above a point of a line that runs at an angle. */
export function setAlong(text: string, at: Point, { size, style, angle, up: low }: AlongOptions): Label {
  const lines = text.split('\n');
  const leading = LINE * size;
  const above = ((lines.length - 1) * leading) / 2;
  const up = low + above;
  const radians = (angle * Math.PI) / 180;
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  const width = Math.max(...lines.map((line) => measureText(line, style))) * size;
  const height = lines.length * leading;
  const [x, y] = [at[0] + sin * up, at[1] - cos * up];
  const half = [
    (Math.abs(cos) * width + Math.abs(sin) * height) / 2,
    (Math.abs(sin) * width + Math.abs(cos) * height) / 2,
  ] as const;
  return {
    text,
    lines,
    align: 'middle',
    x: at[0],
    y: at[1] - up - above + BASELINE * size,
    size,
    leading,
    box: [x - half[0], y - half[1], x + half[0], y + half[1]],
    turn: { angle, about: at },
  };
}

interface AlongOptions {
  size: number;
  style: LabelStyle;
  /** Degrees clockwise. */
  angle: number;
  up: number;
}

interface Block {
  text: string;
  lines: string[];
  at: Point;
  size: number;
  width: number;
  anchor: Anchor;
  offset: number;
}

/** A block of text with the named side or corner of it at a point, and an offset away from the point. */
function setBlock({ text, lines, at: [x, y], size, width, anchor, offset }: Block): Label {
  const corner = anchor.includes('-');
  const away = (corner ? offset / Math.SQRT2 : offset) * size;
  const height = lines.length * LINE * size;
  const isLeft = anchor.endsWith('left');
  const isRight = anchor.endsWith('right');
  const left = isLeft ? x + away : isRight ? x - away - width : x - width / 2;
  const nearer = NEARER * size;
  const top = anchor.startsWith('top')
    ? y + away - nearer
    : anchor.startsWith('bottom')
      ? y - away + nearer - height
      : y - height / 2;
  return {
    text,
    lines,
    align: isLeft ? 'start' : isRight ? 'end' : 'middle',
    x: isLeft ? left : isRight ? left + width : x,
    y: top + (LINE / 2 + BASELINE) * size,
    size,
    leading: LINE * size,
    box: [left, top, left + width, top + height],
  };
}

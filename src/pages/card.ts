/** The picture that previews show of a page: the map over a band with its name and figures, as an SVG for a renderer of PNG. */
import { PALETTES } from '../core/style/palette.ts';
import { type Attributes, type Markup, writeElement } from '../core/markup.ts';
import { drawInDirection } from '../svg/mirror.ts';
import { limitLines, wrapText } from '../svg/text.ts';
import { getFacts, getKind, getTitle, type Source, type Subject } from './subject.ts';

/** Pixels, as Open Graph and Twitter ask for. */
export const CARD = { width: 1200, height: 630 };
/** The map on it; the rest is the band. */
export const CARD_MAP = { width: 1200, height: 448 };

const MARGIN = 44;
const BOLD = { 'font-weight': 600 };
/** Pixels, and how many lines there is room for: the largest in which a heading is whole. */
const HEADINGS = {
  one: [
    { size: 46, most: 1 },
    { size: 36, most: 1 },
  ],
  many: [
    { size: 46, most: 1 },
    { size: 36, most: 2 },
    { size: 29, most: 3 },
  ],
} as const;

function writeText(x: number, y: number, size: number, fill: string, text: string, attributes: Attributes = {}): Markup {
  return writeElement('text', { x, y, 'font-size': size, fill, ...attributes }, text);
}

function fitHeading(
  heading: string,
  room: number,
  choices: readonly { size: number; most: number }[],
): { size: number; rows: string[] } {
  const drawn = choices.map(({ size, most }) => ({ size, most, lines: wrapText(heading, room, size, { bold: true }) }));
  const { size, most, lines } = drawn.find((one) => one.lines.length <= one.most) ??
    drawn.at(-1) ?? { size: 0, most: 0, lines: [] };
  return { size, rows: limitLines(lines, most) };
}

/** What stands on a card. */
export interface CardText {
  heading: string;
  /** One line below the heading; empty where the heading needs both. */
  facts: string;
  kind: string;
}

export const describeCard = (source: Source, subject: Subject): CardText => ({
  heading: getTitle(source, subject),
  // The title of a claim has its verdict, and needs both lines.
  facts: subject.kind === 'claim' ? '' : getFacts(source, subject),
  kind: getKind(source, subject),
});

/** Of the whole atlas. */
export const describeSiteCard = ({ tr }: Pick<Source, 'tr'>): CardText => ({
  heading: tr.t('app.name'),
  facts: tr.t('sharePage.site'),
  kind: '',
});

const getCanvas = () => {
  const { width, height } = CARD;
  return { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
};

/** What the cards of all languages have below their words. @param ground of a map of `CARD_MAP` pixels */
export function writeCardGround(ground: Markup | null): string {
  const { width, height } = CARD_MAP;
  return writeElement(
    'svg',
    getCanvas(),
    writeElement('rect', { width: CARD.width, height: CARD.height, fill: PALETTES.light.surface }),
    ground && writeElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, ground),
  ).text;
}

/**
 * The words of a card, which are laid over its ground.
 * @param picture of `CARD_MAP` pixels, without its ground, an `<svg>` element
 */
export function writeCard({ tr }: Pick<Source, 'tr'>, { heading, facts, kind }: CardText, picture: Markup): string {
  const palette = PALETTES.light;
  const room = CARD.width - 2 * MARGIN;
  const { size, rows } = fitHeading(heading, room, HEADINGS[facts ? 'one' : 'many']);
  const [factsLine] = limitLines(wrapText(facts, room, 25), 1);
  const first = CARD_MAP.height + 34 + size * 0.72;
  const below = first + (rows.length - 1) * size * 1.2 + 44;
  const { width, height } = CARD;
  return writeElement(
    'svg',
    { ...getCanvas(), 'font-family': 'Noto Sans' },
    picture,
    writeElement('rect', { y: CARD_MAP.height, width, height: 4, fill: palette.accent }),
    drawInDirection(
      tr.lang,
      width,
      rows.map((row, i) => writeText(MARGIN, first + i * size * 1.2, size, palette.text, row, BOLD)),
      factsLine !== undefined && writeText(MARGIN, below, 25, palette.textMuted, factsLine),
      writeText(MARGIN, height - 22, 20, palette.accent, tr.t('app.name'), BOLD),
      writeText(width - MARGIN, height - 22, 20, palette.textMuted, kind, { 'text-anchor': 'end' }),
    ),
  ).text;
}

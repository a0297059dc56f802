/** The picture that previews show of a page: the map over a band with its name and figures, as an SVG for a renderer of PNG. */
import { PALETTES } from '../core/style/palette.ts';
import { type Attributes, type Markup, writeElement } from '../core/markup.ts';
import { drawInDirection } from '../svg/mirror.ts';
import { limitLines, measureText, wrapText } from '../svg/text.ts';
import { getFacts, getKind, getTitle, type Source, type Subject } from './subject.ts';

/** Pixels, as Open Graph and Twitter ask for. */
export const CARD = { width: 1200, height: 630 };
/** The map on it; the rest is the band. */
export const CARD_MAP = { width: 1200, height: 448 };

const MARGIN = 44;
const BOLD = { 'font-weight': 600 };
/** Pixels; the smaller one where a heading is too long for one line. */
const HEADING = { large: 46, small: 36 };

function writeText(x: number, y: number, size: number, fill: string, text: string, attributes: Attributes = {}): Markup {
  return writeElement('text', { x, y, 'font-size': size, fill, ...attributes }, text);
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
  const size = measureText(heading, { bold: true }) * HEADING.large <= room ? HEADING.large : HEADING.small;
  const rows = limitLines(wrapText(heading, room, size, { bold: true }), facts ? 1 : 2);
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

/** The picture that previews show of a page: the map over a band with its name and figures, as SVG to be made a PNG of. */
import { PALETTES } from '../core/style/palette.ts';
import { type Markup, markup, type Part } from './markup.ts';
import { clipText, getFacts, getKind, getTitle, type Source, type Subject } from './subject.ts';

/** Pixels, as Open Graph and Twitter ask for. */
export const CARD = { width: 1200, height: 630 };
/** The map on it; the rest is the band. */
export const CARD_MAP = { width: 1200, height: 448 };

const MARGIN = 44;
/** Mean width of a letter of the bold font, in shares of its size. */
const LETTER = 0.56;

/** Words in lines that are no wider than `width` pixels, the last one cut where they are more than `most`. */
function lines(text: string, size: number, width: number, most: number): string[] {
  const room = Math.floor(width / (size * LETTER));
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.length <= most ? rows : [...rows.slice(0, most - 1), clipText(rows.slice(most - 1).join(' '), room)];
}

/** @param picture the drawn map of `CARD_MAP` pixels, an `<svg>` element */
export function writeCard(source: Source, subject: Subject, picture: Markup): string {
  const { tr } = source;
  const palette = PALETTES.light;
  const room = CARD.width - 2 * MARGIN;
  const heading = getTitle(source, subject);
  // The title of a claim has its verdict, and needs both lines.
  const facts = subject.kind === 'claim' ? '' : getFacts(source, subject);
  const size = heading.length > 45 ? 36 : 46;
  const rows = lines(heading, size, room, facts ? 1 : 2);
  const text = (x: number, y: number, pixels: number, fill: string, words: Part, extra: Part = null) =>
    markup`<text x="${x}" y="${y}" font-size="${pixels}" fill="${fill}"${extra}>${words}</text>`;
  const bold = markup` font-weight="600"`;
  const first = CARD_MAP.height + 34 + size * 0.72;
  const below = first + (rows.length - 1) * size * 1.2 + 44;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="Noto Sans">
<rect width="${CARD.width}" height="${CARD.height}" fill="${palette.surface}"/>
${picture}
<rect y="${CARD_MAP.height}" width="${CARD.width}" height="4" fill="${palette.accent}"/>
${rows.map((row, i) => text(MARGIN, first + i * size * 1.2, size, palette.text, row, bold))}
${facts && text(MARGIN, below, 25, palette.textMuted, lines(facts, 25, room, 1)[0])}
${text(MARGIN, CARD.height - 22, 20, palette.accent, tr.t('app.name'), bold)}
${text(CARD.width - MARGIN, CARD.height - 22, 20, palette.textMuted, getKind(source, subject), markup` text-anchor="end"`)}
</svg>`.text;
}

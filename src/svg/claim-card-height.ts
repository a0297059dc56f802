/** How high the card of a claim has to be, for codes that cannot wait for the page inside to say so. */
import { wrapText } from './text.ts';

/** Pixels that a narrow column leaves for the text, and of the type and its leading; the style sheet of the pages says the same. */
const ROOM = 280;
const TYPE = { claim: { size: 17, line: 24 }, text: { size: 13, line: 20 } };
/** Pixels of all that is one line. */
const REST = 150;

/**
 * Height in pixels that shows the whole card in a narrow column.
 *
 * @param limits of the verdict, in words; may be empty
 */
export function computeClaimCardHeight(claim: string, limits: string): number {
  const claimLines = wrapText(claim, ROOM, TYPE.claim.size, { bold: true }).length;
  const limitLines = wrapText(limits, ROOM, TYPE.text.size).length;
  return REST + claimLines * TYPE.claim.line + limitLines * TYPE.text.line;
}

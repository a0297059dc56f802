/** Breaking text into lines without a browser: widths are guessed, rather a little too wide than too narrow. */

/** Width of a text in pixels at a size; wide signs of Chinese count as a whole size, Georgian as two thirds. */
export function estimateWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    ems +=
      code >= 0x2e80
        ? 1
        : code >= 0x10a0 && code < 0x1100
          ? 0.66
          : /[iljtfr.,:;'’ |·–()]/.test(sign)
            ? 0.36
            : /[A-ZMWmwЖШЩЮ→]/.test(sign)
              ? 0.74
              : 0.58;
  }
  return ems * size;
}

/** The lines of a text within a width; a word that is too long for one is broken. */
export function wrapEstimated(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
  for (const piece of pieces) {
    if (line !== '' && estimateWidth(line + piece.trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (estimateWidth(line.trimEnd(), size) > width && [...line].length > 1) {
      const fits = [...line].findIndex((_, i, all) => estimateWidth(all.slice(0, i + 1).join(''), size) > width);
      const at = Math.max(1, fits);
      lines.push([...line].slice(0, at).join(''));
      line = [...line].slice(at).join('');
    }
  }
  return [...lines, line.trimEnd()].filter((one, i, all) => one !== '' || all.length === 1);
}

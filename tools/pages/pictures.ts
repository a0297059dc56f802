import { Markup } from '../../src/pages/markup.ts';
import type { Source, Subject } from '../../src/pages/subject.ts';

export interface Pictures {
  /** The map of a subject as an `<svg>` of so many pixels. */
  draw(source: Source, subject: Subject, size: { width: number; height: number }): Markup;
}

export function pictures(): Pictures {
  return {
    draw: (_source, _subject, { width, height }) =>
      new Markup(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"></svg>`,
      ),
  };
}

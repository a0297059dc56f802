import type { Position } from '../../core/dataset/model.ts';
import type { Draft } from './types.ts';

/** A line that is being drawn or edited, on the map and as text. */
export class LineEditor {
  draft: Draft | null = $state.raw(null);
  /** The line that the map is to show for editing. */
  drawn: readonly Position[] = $state.raw([]);
  /** The line as the map or the text last changed it. */
  sketch: readonly Position[] = $state.raw([]);

  /** Starts to draw a new line, or to edit that of a route; null ends it. */
  edit(draft: Draft | null): void {
    this.draft = draft;
    this.drawn = draft?.line ?? [];
    this.sketch = this.drawn;
  }

  /** The map has changed the line. */
  changed(line: readonly Position[]): void {
    this.sketch = line;
  }

  /** The text has changed the line: the map shows it. */
  typed(line: readonly Position[]): void {
    this.sketch = line;
    this.drawn = line;
  }
}

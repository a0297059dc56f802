/**
 * Makes one stop of the buttons in the cells of a table, which arrow keys, Home and End lead through: with a stop for every figure
 * a reader without a pointer needs dozens of keys to get past. The table stays a table to screen readers, which have keys of their own.
 */
import type { Attachment } from 'svelte/attachments';

/** Buttons that stand in a cell by themselves; what a cell unfolds has stops of its own. */
const IN_CELL = ':is(td, th) > button';

const STEPS: Partial<Record<string, [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** The buttons by rows and columns; rows without any are left out. */
const listRows = (table: HTMLTableElement): HTMLElement[][] =>
  [...table.rows]
    .map(({ cells }) => [...cells].flatMap((cell) => [...cell.querySelectorAll<HTMLElement>(':scope > button')]))
    .filter((buttons) => buttons.length > 0);

const clamp = (value: number, length: number): number => Math.min(Math.max(value, 0), length - 1);

/** Attached to the table. */
export const walkCells: Attachment<HTMLTableElement> = (table) => {
  let current: HTMLElement | null = null;

  function update(): void {
    const buttons = listRows(table).flat();
    if (current === null || !buttons.includes(current)) current = buttons[0] ?? null;
    for (const button of buttons) button.tabIndex = button === current ? 0 : -1;
  }

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || !target.matches(IN_CELL)) return;
    current = target;
    update();
  }

  function onKey(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const { target } = event;
    if (!step || event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement) || !target.matches(IN_CELL))
      return;
    event.preventDefault();
    const rows = listRows(table);
    const row = rows.findIndex((buttons) => buttons.includes(target));
    const forward = getComputedStyle(table).direction === 'rtl' && event.key.startsWith('Arrow') ? -1 : 1;
    // A row whose name is no button has one fewer: columns are counted from its end.
    const next = rows[clamp(row + step[0], rows.length)] ?? [];
    const fromEnd = (rows[row]?.length ?? 0) - (rows[row]?.indexOf(target) ?? 0);
    next[clamp(next.length - fromEnd + step[1] * forward, next.length)]?.focus();
  }

  update();
  const observer = new MutationObserver(update);
  observer.observe(table, { childList: true, subtree: true });
  table.addEventListener('focusin', onFocus);
  table.addEventListener('keydown', onKey);
  return () => {
    observer.disconnect();
    table.removeEventListener('focusin', onFocus);
    table.removeEventListener('keydown', onKey);
  };
};

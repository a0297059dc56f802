import type { Attachment } from 'svelte/attachments';

interface SheetHandlers {
  /** Height of the sheet now, in pixels, as all heights. */
  getHeight(): number;
  /** Heights of its rests, the lowest first. */
  getRests(): readonly number[];
  onDrag(height: number): void;
  /** Let go: the rest that it goes to. */
  onRest(rest: number): void;
  /** Touched without being moved. */
  onTap(): void;
}

/** Milliseconds for which a sheet that is let go would run on: a flick reaches the next rest. */
const RUN_ON = 160;
/** Moves older than this say nothing of the speed at which it is let go. */
const RECENT = 100;
/** Pixels up to which a finger has not moved. */
const STILL = 4;

interface Sample {
  y: number;
  at: number;
}

/** Pixels for each millisecond, upwards positive. */
function computeSpeed(samples: readonly Sample[], now: number): number {
  const [first, last] = [samples.find(({ at }) => now - at < RECENT), samples.at(-1)];
  return first && last && last.at > first.at ? (first.y - last.y) / (last.at - first.at) : 0;
}

/** The rest that is nearest to where a sheet of a height and a speed would come to stand. */
export function findRest(height: number, speed: number, rests: readonly number[]): number {
  const goal = height + speed * RUN_ON;
  const far = rests.map((rest) => Math.abs(rest - goal));
  return far.indexOf(Math.min(...far));
}

/** Lets a finger, a pen or a mouse drag a sheet by the element; it goes on to the rest that its speed carries it to. */
export function dragSheet(handlers: SheetHandlers): Attachment<HTMLElement> {
  return (grip) => {
    let start: { y: number; height: number } | null = null;
    let samples: Sample[] = [];

    const onDown = (event: PointerEvent): void => {
      if (!event.isPrimary || event.button !== 0) return;
      start = { y: event.clientY, height: handlers.getHeight() };
      samples = [{ y: event.clientY, at: event.timeStamp }];
      grip.setPointerCapture(event.pointerId);
    };
    const getDragged = ({ clientY }: PointerEvent): number => {
      const rests = handlers.getRests();
      const height = start ? start.height + start.y - clientY : 0;
      return Math.max(rests[0] ?? 0, Math.min(rests.at(-1) ?? 0, height));
    };
    const onMove = (event: PointerEvent): void => {
      if (!start || (samples.length === 1 && Math.abs(event.clientY - start.y) <= STILL)) return;
      samples.push({ y: event.clientY, at: event.timeStamp });
      handlers.onDrag(getDragged(event));
    };
    const onUp = (event: PointerEvent): void => {
      if (!start) return;
      if (samples.length === 1) handlers.onTap();
      else handlers.onRest(findRest(getDragged(event), computeSpeed(samples, event.timeStamp), handlers.getRests()));
      start = null;
    };
    const listeners = [
      ['pointerdown', onDown],
      ['pointermove', onMove],
      ['pointerup', onUp],
      ['pointercancel', onUp],
    ] as const;
    for (const [type, listener] of listeners) grip.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) grip.removeEventListener(type, listener);
    };
  };
}

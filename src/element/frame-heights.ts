/** Frames that were pasted as plain code beside this script: they grow where their page asks for more than they have. */

/** The sign of such a frame. */
const FRAMES = 'iframe[data-corridor-frame]';
/** Pixels; whatever asks for more is not ours. */
const MOST = 4000;

/** Height in pixels that a message of the embed page asks for at the least; null for any other message. */
export function readLeastHeight(data: unknown): number | null {
  const { ns, v, type, payload } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (ns !== 'corridor-atlas' || v !== 1 || type !== 'height' || typeof payload !== 'object' || payload === null) return null;
  const { height, least = height } = payload as Record<string, unknown>;
  return typeof least === 'number' && least > 0 ? Math.min(Math.ceil(least), MOST) : null;
}

/** Listens for all frames of the page. */
export function growFrames(): void {
  addEventListener('message', ({ data, source }) => {
    const least = readLeastHeight(data);
    if (least === null) return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>(FRAMES)) {
      if (frame.contentWindow === source && frame.clientHeight < least) frame.style.height = `${String(least)}px`;
    }
  });
}

/** A worker; null where there can be none: a frame without an origin of its own may have none, nor a page whose policy forbids them. */
export function startWorker(start: () => Worker): Worker | null {
  try {
    return start();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

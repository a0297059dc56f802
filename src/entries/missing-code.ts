/** Code that is fetched when it is needed and cannot be had: the line is down, or a new version of the page has taken its place. */
import { type AppState } from '../app/state/app-state.ts';
import { type KeptState, readKeptState, restoreKeptState, takeKeptState, writeKeptState } from '../app/state/kept-state.ts';
import { AtlasError } from '../core/dataset/errors.ts';

const KEY = 'code';
/** Where the session has what the page had before a reload. */
const KEPT = 'atlas:kept';

/** Tells of missing code instead of doing nothing, and offers a reload that keeps what the address does not carry. */
export function watchMissingCode(app: AppState): void {
  const told = new WeakSet<Error>();
  const report = () => app.failures.report(KEY, new AtlasError('code-missing'), () => void reload());
  async function reload(): Promise<void> {
    if (!(await isReachable())) {
      report();
      return;
    }
    const kept = await takeKeptState(app);
    history.replaceState({ ...(history.state as object | null), kept }, '', location.href);
    keepInSession(kept);
    location.reload();
  }
  addEventListener('vite:preloadError', ({ payload }) => {
    told.add(payload);
    if (!app.language.isLoading) report();
  });
  addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof Error && told.has(event.reason)) event.preventDefault();
  });
}

/** Takes up what the page had before such a reload. */
export function restoreAfterReload(app: AppState): void {
  const inSession = takeFromSession();
  const { kept = inSession, ...rest } = (history.state ?? {}) as { kept?: unknown };
  if (kept === undefined) return;
  history.replaceState(rest, '', location.href);
  void restoreKeptState(app, kept);
}

/** Chromium may forget the state of its history in a reload that follows a change of it. */
function keepInSession(kept: KeptState): void {
  try {
    sessionStorage.setItem(KEPT, writeKeptState(kept));
  } catch (error) {
    console.info('The session keeps nothing over a reload:', error);
  }
}

/** What the session has, which it has once; undefined where it has nothing. */
function takeFromSession(): unknown {
  try {
    const text = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return text === null ? undefined : readKeptState(text);
  } catch (error) {
    console.info('The session has kept nothing:', error);
    return undefined;
  }
}

/** Without the page there is nothing to load again: the open one is better than none. */
async function isReachable(): Promise<boolean> {
  try {
    const { ok, status } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return ok || status === 405;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Tells of code that is missing in a worker, as the bundler does of that of the page. */
export function reportMissingCode(cause: string): never {
  const payload = new Error(cause);
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
  throw payload;
}

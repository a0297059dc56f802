/**
 * IndexedDB with a record for each thing that a reader keeps, such as an imported route, so that two tabs do not overwrite each other's
 * list. Opened when it is first used.
 */
import { delMany, entries, setMany, type UseStore } from 'idb-keyval';
import type { RecordStore } from '../app/common/record-store.ts';

/** Milliseconds after which a database that does not open counts as silent: another tab may hold it back for ever. */
const OPENING = 3000;
/** The same of a reading or writing that does not end; a hundred megabytes take less on a slow disk. */
const WORKING = 10_000;

interface Listeners {
  /** The database has opened after it was given up, or another tab has changed something. */
  onChange(): void;
  /** The browser has taken the database away. */
  onCleared(): void;
}

/** @param database where the records are kept under their name: each kind has a database of its own */
export function createRecordStore<Row extends { id: string }>(database: string, name: string): RecordStore<Row> {
  const listeners = new Set<Listeners>();
  const store = createStore(database, name, {
    onChange: () => listeners.forEach(({ onChange }) => onChange()),
    onCleared: () => listeners.forEach(({ onCleared }) => onCleared()),
  });
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`corridor-atlas-${name}`);
  channel?.addEventListener('message', () => listeners.forEach(({ onChange }) => onChange()));
  const notifyTabs = () => channel?.postMessage('changed');
  let hasAsked = false;
  return {
    all: async () => (await entries<string, unknown>(store)).map(([key, value]) => ({ key: String(key), value })),
    async put(rows) {
      await setMany(
        rows.map((row) => [row.id, row]),
        store,
      );
      if (!hasAsked) void askToPersist();
      hasAsked = true;
      notifyTabs();
    },
    async remove(keys) {
      // A record of another program may lie under a number, which the list shows as text.
      await delMany([...keys, ...keys.map(Number).filter(Number.isFinite)], store);
      notifyTabs();
    },
    listen(given) {
      listeners.add(given);
      return () => listeners.delete(given);
    },
  };
}

/** The store of the library, with a database that may be silent, lack its records, or be taken away. */
function createStore(database: string, name: string, { onChange, onCleared }: Listeners): UseStore {
  let opening: Promise<IDBDatabase> | null = null;
  let isSilent = false;
  let patience = WORKING;
  const forget = (): void => {
    opening = null;
    onCleared();
  };
  const open = async (): Promise<IDBDatabase> => {
    const db = await openDatabase(database, name);
    db.onclose = forget;
    db.onversionchange = ({ newVersion }) => {
      // Whoever wants to delete it, such as the reader, is not held up.
      db.close();
      opening = null;
      if (newVersion === null) onCleared();
    };
    if (isSilent) {
      isSilent = false;
      queueMicrotask(onChange);
    }
    return db;
  };
  const limit = (db: Promise<IDBDatabase>): Promise<IDBDatabase> => {
    const onSilent = (): void => {
      isSilent = true;
    };
    return limitTime(db, isSilent ? 0 : OPENING, { onSilent });
  };
  return async (mode, use) => {
    if (!opening) {
      const started = open();
      opening = started;
      started.catch(() => {
        opening = null;
      });
    }
    const db = await limit(opening);
    const onSilent = (): void => {
      patience *= 2;
    };
    // What ends late has ended all the same: the list finds out.
    const answer = Promise.resolve(use(db.transaction(name, mode).objectStore(name)));
    return limitTime(answer, patience, { onSilent, onLate: onChange });
  };
}

/** Rejects with a `TimeoutError` where there is no answer in time; an answer that comes later calls `onLate`. */
function limitTime<T>(
  answer: Promise<T>,
  ms: number,
  { onSilent, onLate }: { onSilent: () => void; onLate?: () => void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      onSilent();
      reject(new DOMException('The database does not answer.', 'TimeoutError'));
    }, ms);
    answer
      .finally(() => clearTimeout(timer))
      .then((value) => {
        resolve(value);
        if (isLate) onLate?.();
      }, reject);
  });
}

function openDatabase(database: string, name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, version);
    request.onupgradeneeded = () => {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onerror = () => reject(request.error ?? new DOMException('The database does not open.', 'UnknownError'));
    request.onsuccess = () => {
      const db = request.result;
      if (db.objectStoreNames.contains(name)) resolve(db);
      else {
        // A browser that was killed between two steps, or another program of this host, left it without its records.
        db.close();
        openDatabase(database, name, db.version + 1).then(resolve, reject);
      }
    };
  });
}

/** Without it a browser may clear the storage of pages that are not visited for some days. */
async function askToPersist(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch (error) {
    // Frames without an origin of their own have no storage, and old browsers no such method.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
  }
}

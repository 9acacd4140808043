import { asKept } from './kept-scenario.ts';
import type { KeptScenario } from './kept-scenario.ts';

/** Why nothing can be kept, in words for whoever wanted to keep it. */
export class KeptStoreError extends Error {
  readonly kind: 'refused' | 'full' | 'newer' | 'blocked' | 'silent' | 'broken';

  constructor(kind: KeptStoreError['kind'], options?: ErrorOptions) {
    super(words[kind], options);
    this.kind = kind;
  }
}

const words: Readonly<Record<KeptStoreError['kind'], string>> = {
  refused:
    'This browser lets this page keep nothing: a private window, a setting, or a frame that is closed off. Nothing is lost; use “Save file” instead.',
  full: 'There is no room left to keep this. Nothing is lost: the scenario is still open. Delete some that are kept, or use “Save file” instead.',
  newer:
    'What is kept here was written by a newer version of Tandem, and is left as it is. Load the page again to get that version.',
  blocked:
    'Another tab of this page holds what is kept in an older form. Close the other tab, then try again.',
  silent:
    'The browser does not answer when it is asked for what is kept. Nothing is lost: the scenario is still open; try again, or use “Save file”.',
  broken:
    'The browser could not read or write what is kept. Nothing is lost; use “Save file” instead.',
};

/** Scenarios that are kept in this browser. */
export interface KeptStore {
  /** All of them, the latest first. */
  all(): Promise<readonly KeptScenario[]>;
  /** Keeps some, or none of them where there is no room for all. */
  put(...scenarios: readonly KeptScenario[]): Promise<void>;
  remove(id: string): Promise<void>;
  /** Calls back when another tab, or another element, has changed what is kept. */
  watch(changed: () => void): void;
  close(): void;
}

/** Of the data base; each has its step below. */
const version = 2;
export const keptDatabase = 'tandem';
const records = 'kept';
/** Where the first version kept its records. */
const firstRecords = 'scenarios';

/** Milliseconds after which a browser that has not answered is not waited for; most answer within ten. */
const longestWait = 15_000;

/** Opens what is kept in this browser, brought into the form of this version. */
export async function openKeptStore(name = keptDatabase): Promise<KeptStore> {
  const database = await answered(open(name), (late) => late.close());
  const others = channelOf(name);
  // A newer page wants to change the form: it must not wait for this one.
  database.addEventListener('versionchange', () => database.close());
  const within = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T> | null,
  ): Promise<T | null> => {
    let transaction: IDBTransaction | null = null;
    try {
      transaction = database.transaction(records, mode, { durability: 'strict' });
      const done = settled(transaction);
      // Where one of several cannot be written, none is: their transaction is given up below.
      done.catch(() => {});
      const request = work(transaction.objectStore(records));
      await answered(done);
      return request?.result ?? null;
    } catch (error) {
      if (transaction?.error === null) abort(transaction);
      throw asStoreError(error);
    }
  };
  return {
    async all() {
      const found = await within<unknown[]>('readonly', (store) => store.getAll());
      return (found ?? [])
        .flatMap((each) => asKept(each) ?? [])
        .toSorted((a, b) => (a.kept < b.kept ? 1 : -1));
    },
    async put(...scenarios) {
      await within('readwrite', (store) => {
        for (const each of scenarios) store.put(each);
        return null;
      });
      others?.postMessage('changed');
    },
    async remove(id) {
      await within('readwrite', (store) => store.delete(id));
      others?.postMessage('changed');
    },
    watch: (changed) => others?.addEventListener('message', () => changed()),
    close() {
      others?.close();
      database.close();
    },
  };
}

/** Reaches all who have the same opened, here and in other tabs; null where a browser lets none be reached. */
function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`tandem-kept-${name}`);
  } catch {
    return null;
  }
}

/** What was asked for, or a fault where no answer comes; what comes too late is given to `late`. */
function answered<T>(asked: Promise<T>, late: (value: T) => void = () => {}): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const limit = setTimeout(() => {
      isOver = true;
      reject(new KeptStoreError('silent'));
    }, longestWait);
    asked.then(
      (value) => {
        clearTimeout(limit);
        if (isOver) late(value);
        else resolve(value);
      },
      (error: unknown) => {
        clearTimeout(limit);
        reject(error);
      },
    );
  });
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    try {
      // In a frame that is closed off the very name throws.
      const request = indexedDB.open(name, version);
      request.addEventListener('upgradeneeded', ({ oldVersion }) => {
        const { result, transaction } = request;
        if (transaction !== null) migrate(result, transaction, oldVersion);
      });
      request.addEventListener('blocked', () => reject(new KeptStoreError('blocked')));
      request.addEventListener('error', () => reject(asStoreError(request.error)));
      request.addEventListener('success', () => resolve(request.result));
    } catch (error) {
      reject(asStoreError(error));
    }
  });
}

/** All in the transaction of the upgrade: where a step fails, everything stays as it was. */
function migrate(database: IDBDatabase, transaction: IDBTransaction, from: number): void {
  if (from < 2) {
    const kept = database.createObjectStore(records, { keyPath: 'id' });
    if (!database.objectStoreNames.contains(firstRecords)) return;
    const before = transaction.objectStore(firstRecords).getAll();
    before.addEventListener('success', () => {
      const found: unknown[] = before.result;
      for (const each of found) {
        const now = asKept(each);
        if (now !== null) kept.put(now);
      }
      // What could not be read stays where it was, for whoever can.
      if (found.every((each) => asKept(each) !== null)) database.deleteObjectStore(firstRecords);
    });
  }
}

/** Only when a transaction is complete is what it wrote kept. */
function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(asStoreError(transaction.error));
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

function asStoreError(error: unknown): KeptStoreError {
  if (error instanceof KeptStoreError) return error;
  const name = error instanceof DOMException ? error.name : '';
  const kind =
    name === 'QuotaExceededError'
      ? 'full'
      : name === 'VersionError'
        ? 'newer'
        : name === 'SecurityError' ||
            name === 'InvalidStateError' ||
            error instanceof ReferenceError
          ? 'refused'
          : 'broken';
  return new KeptStoreError(kind, { cause: error });
}

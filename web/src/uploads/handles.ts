/**
 * Ways to files that were dropped on the page, which some browsers let it keep: with them an upload goes on by itself after the page was loaded
 * anew, as long as the browser still lets the page read the file. Nothing here ever fails: who has no such way chooses the file again.
 */
const byFile = new WeakMap<File, FileSystemFileHandle>();

const name = 'matinee.uploads';
const table = 'handles';

const open = (): Promise<IDBDatabase> => {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(table);
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
  return promise;
};

const inTable = async <Result>(
  mode: 'readonly' | 'readwrite',
  ask: (handles: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> => {
  try {
    const database = await open();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const asked = ask(database.transaction(table, mode).objectStore(table));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    return await promise.finally(() => database.close());
  } catch {
    return undefined;
  }
};

/** The way to the file that lies in `item`, if the browser gives one. To be asked in the event. */
export const handleIn = async (
  item: DataTransferItem,
): Promise<FileSystemFileHandle | undefined> => {
  if (!('getAsFileSystemHandle' in item)) return undefined;
  if (typeof item.getAsFileSystemHandle !== 'function') return undefined;
  try {
    const handle: unknown = await item.getAsFileSystemHandle();
    return handle instanceof FileSystemFileHandle ? handle : undefined;
  } catch {
    return undefined;
  }
};

/** From now on `handle` is the way to `file`. */
export const noteHandle = (file: File, handle: FileSystemFileHandle | undefined): void => {
  if (handle) byFile.set(file, handle);
};

/** Keeps the way to `file` for the upload at `url`, if there is one. */
export const keepHandle = (url: string, file: File): void => {
  const handle = byFile.get(file);
  if (handle) void inTable('readwrite', (handles) => handles.put(handle, url));
};

export const forgetHandle = (url: string): void =>
  void inTable('readwrite', (handles) => handles.delete(url));

const mayRead = async (handle: FileSystemFileHandle): Promise<boolean> => {
  if (!('queryPermission' in handle) || typeof handle.queryPermission !== 'function') return false;
  const state: unknown = await handle.queryPermission({ mode: 'read' });
  return state === 'granted';
};

/** The file of the upload at `url`, if the page still has a way to it and may go it. */
export const keptFile = async (url: string): Promise<File | undefined> => {
  const handle = await inTable<unknown>('readonly', (handles) => handles.get(url));
  if (!(handle instanceof FileSystemFileHandle)) return undefined;
  try {
    return (await mayRead(handle)) ? await handle.getFile() : undefined;
  } catch {
    return undefined; // it was moved or deleted
  }
};

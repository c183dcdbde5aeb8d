/** A file on this disk that the browser can open again later, if the person lets it. */
export type Handle = FileSystemFileHandle;

declare global {
  interface FileSystemHandle {
    queryPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
    requestPermission?(descriptor: { readonly mode: 'read' }): Promise<PermissionState>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
  }
  interface Window {
    showOpenFilePicker?(): Promise<readonly FileSystemFileHandle[]>;
  }
}

/** What this browser keeps of a copy between visits, by the hash of what was wanted. */
export type KeptCopy = {
  readonly hash: string;
  readonly handle: Handle;
  readonly isSame: boolean;
  readonly shiftMs: number;
  readonly atMs: number;
};

const mostKept = 50;
const store = 'copies';

const result = <T>(request: IDBRequest<T>): Promise<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
};

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('matinee.copies', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'hash' });
  return result(request);
};

/** Does something with what is kept; nothing comes of it in a browser that keeps nothing. */
const withStore = async <T>(
  mode: IDBTransactionMode,
  act: (copies: IDBObjectStore) => Promise<T>,
): Promise<T | undefined> => {
  try {
    const database = await opened();
    try {
      return await act(database.transaction(store, mode).objectStore(store));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
};

/** Keeps a copy, and forgets the oldest where there are too many. */
export const keepHandle = async (kept: KeptCopy): Promise<void> => {
  await withStore('readwrite', async (copies) => {
    await result(copies.put(kept));
    const all: readonly KeptCopy[] = await result(copies.getAll());
    const oldest = [...all].sort((one, other) => other.atMs - one.atMs).slice(mostKept);
    for (const { hash } of oldest) await result(copies.delete(hash));
  });
};

export const keptHandle = (hash: string): Promise<KeptCopy | undefined> =>
  withStore<KeptCopy | undefined>('readonly', (copies) => result(copies.get(hash)));

/** May the page open it now? `prompt`: the person has to be asked, in a click. */
export const permissionOf = async ({ handle }: KeptCopy): Promise<PermissionState> =>
  (await handle.queryPermission?.({ mode: 'read' })) ?? 'denied';

/** The file, if the person lets the page open it, and it is still there. To be called in a click. */
export const askedFor = async ({ handle }: KeptCopy): Promise<File | undefined> => {
  const permission = await handle.requestPermission?.({ mode: 'read' });
  return permission === 'granted' ? fileOf(handle) : undefined;
};

/** The file; nothing if it is not there any more. */
export const fileOf = (handle: Handle): Promise<File | undefined> =>
  handle.getFile().catch(() => undefined);

const isFile = (handle: FileSystemHandle): handle is Handle => handle.kind === 'file';

/** What a drop gives, as far as it is a file that can be opened again. */
export const handleOf = (dropped: FileSystemHandle | null | undefined): Handle | undefined =>
  dropped && isFile(dropped) ? dropped : undefined;

/** What is kept between visits under a key, the newest of each kind; nothing is kept in a browser that keeps nothing. */
export type Records<T> = {
  readonly keep: (record: T) => Promise<void>;
  readonly find: (key: string) => Promise<T | undefined>;
};

const store = 'records';

const result = <T>(request: IDBRequest<T>): Promise<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  return promise;
};

/** The records of one kind: of more than `most` those go that were kept before the others. */
export const recordsOf = <T extends { readonly key: string; readonly atMs: number }>(
  kind: string,
  most: number,
): Records<T> => {
  const opened = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(`matinee.${kind}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' });
    return result(request);
  };
  const within = async <R>(
    mode: IDBTransactionMode,
    act: (records: IDBObjectStore) => Promise<R>,
  ): Promise<R | undefined> => {
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
  return {
    keep: async (record) => {
      await within('readwrite', async (records) => {
        await result(records.put(record));
        const all: readonly T[] = await result(records.getAll());
        const oldest = [...all].sort((one, other) => other.atMs - one.atMs).slice(most);
        for (const { key } of oldest) await result(records.delete(key));
      });
    },
    find: (key) => within<T | undefined>('readonly', (records) => result(records.get(key))),
  };
};

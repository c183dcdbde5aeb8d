/** Long enough for friends to know somebody again; the longest that browsers give. */
const LIFETIME_MS = 365 * 24 * 3_600_000;
/** One that ends within a day is replaced before it ends in the middle of a film. */
const LEAST_LEFT_MS = 24 * 3_600_000;
const STORE = 'certificates';
const KEY = 'own';

/** By which this browser is known to others, and is the same member again after its page was loaded anew (PE9); its key never leaves the browser. */
export const ownCertificate = async (wallTimeMs: number): Promise<RTCCertificate> => {
  const store = await opened();
  try {
    const kept: unknown = await done(store.transaction(STORE).objectStore(STORE).get(KEY));
    if (kept instanceof RTCCertificate && kept.expires - wallTimeMs > LEAST_LEFT_MS) {
      return kept;
    }
    const made = await RTCPeerConnection.generateCertificate({
      name: 'ECDSA',
      namedCurve: 'P-256',
      expires: LIFETIME_MS,
    } as EcKeyGenParams);
    await done(store.transaction(STORE, 'readwrite').objectStore(STORE).put(made, KEY));
    return made;
  } finally {
    store.close();
  }
};

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('matinee-peers', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
};

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the store is away'));
  });

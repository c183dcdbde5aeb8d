/**
 * What two pages have to know of one another before they can be connected: an `offer` of the keeper's, or the `answer` to it, each as WebRTC
 * describes it (SDP); and what whoever sends it is called.
 */
export type Introduction = {
  readonly type: 'offer' | 'answer';
  readonly name: string;
  readonly sdp: string;
};

/** Why a text is no code: another version's, none at all, or cut off or changed on its way. */
export type Unreadable = 'version' | 'notACode' | 'damaged';

export type Read =
  | { readonly type: 'read'; readonly introduction: Introduction }
  | { readonly type: 'unreadable'; readonly why: Unreadable };

/** The version of what follows; a code begins with it. */
const PREFIX = 'matinee1-';
const ANY_VERSION = /^matinee\d+-/;
/** Codes have about 600 characters: what is far longer is none, however small it says to be. */
const LONGEST_CODE = 8_192;
const LONGEST_TEXT = 32_768;

/** The code of an introduction: letters, digits, `-` and `_`. What it says is compressed (RFC 1950, whose checksum tells what was damaged). */
export const codeOf = async (introduction: Introduction): Promise<string> => {
  const { type, name, sdp } = introduction;
  const text = new TextEncoder().encode(JSON.stringify([type, name, sdp]));
  const bytes = await through(text, new CompressionStream('deflate'));
  return PREFIX + base64Url(bytes);
};

/** What a code says. White space in it does not count: mail programs and people break long lines. Never rejects. */
export const readCode = async (pasted: string): Promise<Read> => {
  const code = pasted.replaceAll(/\s/g, '');
  if (!code.startsWith(PREFIX)) {
    return unreadable(ANY_VERSION.test(code) ? 'version' : 'notACode');
  }
  if (code.length > LONGEST_CODE) {
    return unreadable('notACode');
  }
  try {
    const bytes = bytesOf(code.slice(PREFIX.length));
    const text = await through(bytes, new DecompressionStream('deflate'));
    const introduction = introductionIn(JSON.parse(new TextDecoder().decode(text)));
    return introduction ? { type: 'read', introduction } : unreadable('damaged');
  } catch {
    return unreadable('damaged');
  }
};

const unreadable = (why: Unreadable): Read => ({ type: 'unreadable', why });

const introductionIn = (said: unknown): Introduction | undefined => {
  if (!Array.isArray(said) || said.length !== 3) return undefined;
  const [type, name, sdp]: readonly unknown[] = said;
  return (type === 'offer' || type === 'answer') &&
    typeof name === 'string' &&
    isName(name) &&
    typeof sdp === 'string'
    ? { type, name, sdp }
    : undefined;
};

/** Would a room take it (ME5)? */
const isName = (name: string): boolean =>
  !/[\p{Cc}\p{Cs}]/u.test(name) && name.trim() !== '' && name.trim().length <= 40;

type Bytes = Uint8Array<ArrayBuffer>;

/** Rejects when the stream cannot read the bytes, or gives more than any introduction has. */
const through = async (
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
): Promise<Bytes> => {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Bytes[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > LONGEST_TEXT) {
      await reader.cancel();
      throw new RangeError('longer than any introduction');
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
};

const base64Url = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Throws when it holds anything else than base64url. */
const bytesOf = (text: string): Bytes =>
  Uint8Array.from(
    atob(text.replaceAll('-', '+').replaceAll('_', '/')),
    (character) => character.codePointAt(0) ?? 0,
  );

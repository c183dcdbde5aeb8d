/** What the keeper's page says of itself, as WebRTC describes it (SDP), and what its person is called. */
export type Offer = { readonly type: 'offer'; readonly name: string; readonly sdp: string };

/** The same of whoever comes, and to which offer it is the answer: its session (`sessionOf`). */
export type Answer = {
  readonly type: 'answer';
  readonly name: string;
  readonly sdp: string;
  readonly to: string;
};

/** What two pages have to know of one another before they can be connected. */
export type Introduction = Offer | Answer;

/** By which an offer is told from all others: the session id of its description (`o=` of RFC 8866). */
export const sessionOf = (sdp: string): string | undefined => /^o=\S+ (\d{1,20}) /m.exec(sdp)?.[1];

/** Why a text is no code: another version's, none at all, or cut off or changed on its way. */
export type Unreadable = 'version' | 'notACode' | 'damaged';

export type Read =
  | { readonly type: 'read'; readonly introduction: Introduction }
  | { readonly type: 'unreadable'; readonly why: Unreadable };

/** The version of what follows; a code begins with it. */
const PREFIX = 'matinee1-';
const ANY_VERSION = /matinee\d+-/;
/** Codes have about 600 characters: what is far longer is none, however small it says to be. */
const LONGEST_CODE = 8_192;
const LONGEST_TEXT = 32_768;

/** The code of an introduction: letters, digits, `-` and `_`. What it says is compressed (RFC 1950, whose checksum tells what was damaged). */
export const codeOf = async (introduction: Introduction): Promise<string> => {
  const { type, name, sdp } = introduction;
  const said = type === 'offer' ? [type, name, sdp] : [type, name, sdp, introduction.to];
  const text = new TextEncoder().encode(JSON.stringify(said));
  const bytes = await through(text, new CompressionStream('deflate'));
  return PREFIX + base64Url(bytes);
};

/** What a code says. White space in it does not count: mail programs and people break long lines; nor does what stands before it, such as the address of a page. Never rejects. */
export const readCode = async (pasted: string): Promise<Read> => {
  const text = pasted.replaceAll(/\s/g, '');
  const code = text.slice(Math.max(0, text.search(ANY_VERSION)));
  if (!code.startsWith(PREFIX)) {
    return unreadable(ANY_VERSION.test(code) ? 'version' : 'notACode');
  }
  if (code.length > LONGEST_CODE) {
    return unreadable('notACode');
  }
  try {
    const bytes = bytesOf(code.slice(PREFIX.length));
    const said = await through(bytes, new DecompressionStream('deflate'));
    const introduction = introductionIn(JSON.parse(new TextDecoder().decode(said)));
    return introduction ? { type: 'read', introduction } : unreadable('damaged');
  } catch {
    return unreadable('damaged');
  }
};

const unreadable = (why: Unreadable): Read => ({ type: 'unreadable', why });

const introductionIn = (said: unknown): Introduction | undefined => {
  if (!Array.isArray(said)) return undefined;
  const [type, name, sdp, to]: readonly unknown[] = said;
  if (typeof name !== 'string' || !isName(name) || typeof sdp !== 'string') return undefined;
  if (type === 'offer' && said.length === 3) return { type, name, sdp };
  return type === 'answer' && said.length === 4 && typeof to === 'string'
    ? { type, name, sdp, to }
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

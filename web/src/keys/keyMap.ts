/** What a key does in a room. */
export type KeyAction =
  | {
      readonly type:
        | 'togglePlay'
        | 'toggleMute'
        | 'toggleFullScreen'
        | 'toggleCaptions'
        | 'writeMessage'
        | 'searchMessages'
        | 'showKeys';
    }
  | { readonly type: 'seekBy'; readonly deltaMs: number }
  | { readonly type: 'frame'; readonly direction: 1 | -1 };

export type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
};

/** Where the key was pressed: in a text, on a button or a slider (which has keys of its own), or anywhere else. */
export type KeyPlace = 'text' | 'button' | 'slider' | 'page';

const skipMs = 5000;

const actions: Readonly<Record<string, KeyAction>> = {
  ' ': { type: 'togglePlay' },
  k: { type: 'togglePlay' },
  m: { type: 'toggleMute' },
  f: { type: 'toggleFullScreen' },
  c: { type: 'toggleCaptions' },
  s: { type: 'searchMessages' },
  '/': { type: 'writeMessage' },
  '?': { type: 'showKeys' },
  ',': { type: 'frame', direction: -1 },
  '.': { type: 'frame', direction: 1 },
  ArrowLeft: { type: 'seekBy', deltaMs: -skipMs },
  ArrowRight: { type: 'seekBy', deltaMs: skipMs },
  'shift ArrowLeft': { type: 'frame', direction: -1 },
  'shift ArrowRight': { type: 'frame', direction: 1 },
};

const takenBy: Readonly<Record<KeyPlace, (key: string) => boolean>> = {
  text: () => true,
  button: (key) => key === ' ',
  slider: (key) => key.startsWith('Arrow'),
  page: () => false,
};

/** What a key press means for the room; nothing if it belongs to the place where it was pressed, or to the browser. */
export const actionOf = (pressed: Key, place: KeyPlace): KeyAction | undefined => {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || takenBy[place](pressed.key)) {
    return undefined;
  }
  const letter = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const name = pressed.shiftKey && letter.startsWith('Arrow') ? `shift ${letter}` : letter;
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
};

/** The length of a frame, in ms, of a film whose frames are not counted: 24 a second, as in most films. */
export const frameMs = 1000 / 24;

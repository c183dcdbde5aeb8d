import { confusables } from './confusables';

/** What of a name nobody sees, or only as a little less or more: tags, punctuation, blanks and what is invisible. */
const slight = /[\p{M}\p{P}\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** A tag as this page gives it, or what somebody made to look like one. */
const madeTag = /[\p{P}\p{S}]\s*\p{Nd}{4,}\s*$/u;

const lookOf = (text: string): string =>
  [...text.normalize('NFKD').replace(madeTag, '').replace(slight, '')]
    .map((letter) => (letter === '|' ? 'l' : (confusables.get(letter) ?? letter)))
    .join('');

/** How a name looks (UTS #39): as it is written, in small letters and in capitals. Two names look alike if any of these is the same. */
export const looksOf = (name: string): readonly string[] => [
  `as ${lookOf(name)}`,
  `small ${lookOf(name.toLowerCase())}`,
  `large ${lookOf(name.toUpperCase())}`,
];

/** Ten digits, always the same for the same id (FNV-1a). */
const digitsOf = (id: string): string =>
  (
    [...id].reduce(
      (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619),
      -2128831035,
    ) >>> 0
  )
    .toString()
    .padStart(10, '0');

const shortest = 4;

/** Tells people apart whose names look alike, by a tag behind the name. */
export type Tags = {
  /** Somebody is, or was, called so. */
  readonly note: (id: string, name: string) => void;
  /** The name with a tag, if somebody else has, or had, one that looks like it. */
  readonly shown: (id: string, name: string) => string;
  /** Another number whenever names may be shown otherwise than before. */
  readonly version: () => number;
};

export const openTags = (): Tags => {
  const looks = new Map<string, readonly string[]>();
  const bearers = new Map<string, Set<string>>();
  let version = 0;
  const told = new Map<string, string>();
  const looksNow = (name: string): readonly string[] => {
    const known = looks.get(name) ?? looksOf(name);
    looks.set(name, known);
    return known;
  };
  const tagOf = (id: string, others: readonly string[]): string => {
    const whole = digitsOf(id);
    const short = whole.slice(-shortest);
    return others.some((other) => digitsOf(other).endsWith(short)) ? whole : short;
  };
  const tagged = (id: string, name: string): string => {
    const alike = looksNow(name).flatMap((look) => [...(bearers.get(look) ?? [])]);
    const others = alike.filter((other) => other !== id);
    return others.length === 0 ? name : `${name} #${tagOf(id, others)}`;
  };
  return {
    note: (id, name) => {
      for (const look of looksNow(name)) {
        const those = bearers.get(look) ?? new Set();
        if (those.has(id)) continue;
        bearers.set(look, those.add(id));
        if (those.size === 1) continue;
        version += 1;
        told.clear();
      }
    },
    shown: (id, name) => {
      if (name === '') return name;
      const key = `${id} ${name}`;
      const known = told.get(key) ?? tagged(id, name);
      told.set(key, known);
      return known;
    },
    version: () => version,
  };
};

/** A name as it is shown, in the name itself and its tag, which is empty if there is none. */
export const parted = (shown: string): { readonly name: string; readonly tag: string } => {
  const at = shown.search(/ #\d{4,}$/u);
  return at < 0 ? { name: shown, tag: '' } : { name: shown.slice(0, at), tag: shown.slice(at + 1) };
};

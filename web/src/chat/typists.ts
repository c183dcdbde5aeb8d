import type { Texts } from '../texts/en';

/** Who is typing, by id, and until when on the page's clock. */
export type Typists = ReadonlyMap<string, number>;

/** More than so many are several, however many there are. */
const most = 8;

/** They are typing until then. */
export const withTyping = (
  typists: Typists,
  typing: readonly { readonly member: string }[],
  untilMs: number,
): Typists =>
  new Map(
    [...typists, ...typing.map(({ member }): [string, number] => [member, untilMs])].slice(-most),
  );

/** What somebody was typing has been said. */
export const withSaid = (typists: Typists, by: string): Typists =>
  typists.has(by) ? new Map([...typists].filter(([id]) => id !== by)) : typists;

/** Those who have not stopped. */
export const typingNow = (typists: Typists, nowMs: number): Typists =>
  new Map([...typists].filter(([, untilMs]) => untilMs > nowMs));

/** The names of those who are typing, in words: one or two by name, more as several. Empty if nobody is. */
export const typingText = ({ signals }: Texts, names: readonly string[]): string => {
  const [one, other, ...more] = names;
  if (one === undefined) return '';
  if (other === undefined) return signals.typing(one);
  return more.length === 0 ? signals.bothTyping(one, other) : signals.severalTyping;
};

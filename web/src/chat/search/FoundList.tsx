import type { KeyboardEvent } from 'react';
import { MemberAvatar } from '../../people/MemberAvatar';
import type { FoundLine } from '../../room/view';
import { localeOf, useLanguage } from '../../texts/language';
import { excerpt, foundPieces } from './words';

type FoundListProps = {
  readonly lines: readonly FoundLine[];
  readonly words: readonly string[];
  readonly label: string;
  readonly onGo: (key: number) => void;
};

const Text = ({ line, words }: { readonly line: string; readonly words: readonly string[] }) => (
  <span className="found-text" dir="auto">
    {excerpt(foundPieces(line, words)).map(({ from, text, isFound }) =>
      isFound ? <mark key={from}>{text}</mark> : text,
    )}
  </span>
);

/** Arrows go from one to the next, and back to the field before the first. */
const walk = (event: KeyboardEvent<HTMLOListElement>) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((button) => button === document.activeElement) + step;
  event.preventDefault();
  if (at >= 0) all[at]?.focus();
  else event.currentTarget.closest('search')?.querySelector('input')?.focus();
};

/** Lines that were found, newest first, each a way to its place in the conversation. */
export const FoundList = ({ lines, words, label, onGo }: FoundListProps) => {
  const { texts, language } = useLanguage();
  const time = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <ol className="found" aria-label={label} onKeyDown={walk}>
      {lines.map(({ key, by, name, atMs, text }) => (
        <li key={key}>
          <button type="button" onClick={() => onGo(key)}>
            <MemberAvatar id={by} name={name} />
            <span className="found-line">
              <span className="found-head">
                <strong>{name || texts.chat.somebody}</strong>
                <time className="numbers" dateTime={new Date(atMs).toISOString()}>
                  {time.format(atMs)}
                </time>
              </span>
              <Text line={text} words={words} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
};

import { useEffect, useState } from 'react';
import { later } from '../device/clock';
import type { RoomPort } from '../room/port';
import { type ChatLine, type RoomView, selfIn } from '../room/view';
import { useTexts } from '../texts/language';
import { type Typists, typingNow, typingText, withSaid, withTyping } from './typists';
import './typing.css';

/** SI3 */
const lastsMs = 5_000;

/** Who is typing, until five seconds after the last that was heard, or until something was said. */
const useTypists = (port: RoomPort, newest: ChatLine | undefined): readonly string[] => {
  const [typists, setTypists] = useState<Typists>(new Map());
  useEffect(
    () =>
      port.onSignals(({ typing }) => {
        if (typing.length > 0) setTypists((now) => withTyping(now, typing, port.nowMs() + lastsMs));
      }),
    [port],
  );
  useEffect(() => {
    if (newest?.type === 'said') setTypists((now) => withSaid(now, newest.by));
  }, [newest]);
  useEffect(() => {
    const [first] = [...typists.values()].sort((a, b) => a - b);
    if (first === undefined) return;
    return later(first - port.nowMs(), () => setTypists((now) => typingNow(now, port.nowMs())));
  }, [typists, port]);
  return [...typists.keys()];
};

/** Who else is typing. It is not said to those who listen: it would talk all the time. */
export const TypingLine = ({
  port,
  view,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
}) => {
  const texts = useTexts();
  const typists = useTypists(port, view.chat.at(-1));
  const self = selfIn(view)?.id;
  const nameOf = (id: string) =>
    view.people.find((person) => person.id === id)?.name ?? texts.chat.somebody;
  const names = typists.filter((id) => id !== self).map(nameOf);
  return (
    <p className="typing" dir="auto">
      {names.length > 0 && (
        <>
          <span className="typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span className="typing-words">{typingText(texts, names)}</span>
        </>
      )}
    </p>
  );
};

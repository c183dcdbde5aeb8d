import { ArrowDown } from 'lucide-react';
import { type RefObject, useCallback, useRef } from 'react';
import type { RoomPort } from '../room/port';
import { type ChatLine, filmIn, may, mayRemove, type RoomView, selfIn } from '../room/view';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { Composer } from './Composer';
import { Line } from './Line';
import { ChatSearch } from './search/ChatSearch';
import { TypingLine } from './TypingLine';
import { UnsentLines } from './UnsentLines';
import { unreadAfter } from './unread';
import { useAbout } from './useAbout';
import { useGoTo } from './useGoTo';
import { useMore } from './useMore';
import { useSlowWait } from './useSlowWait';
import { useStickToEnd } from './useStickToEnd';
import './chat.css';

const together = 90_000;

/** Whether a line goes on with what the same person said just before. */
const followsOn = (line: ChatLine, previous: ChatLine | undefined): boolean =>
  line.type === 'said' &&
  previous?.type === 'said' &&
  line.by === previous.by &&
  line.atMs - previous.atMs < together;

type MoreProps = {
  readonly text: string;
  readonly isFetching: boolean;
  readonly onFetch: () => void;
};

const More = ({ text, isFetching, onFetch }: MoreProps) => (
  <li className="chat-more">
    <button type="button" className="link-button" disabled={isFetching} onClick={onFetch}>
      {text}
    </button>
  </li>
);

type ToNewestProps = {
  readonly unread: number;
  readonly hasLater: boolean;
  readonly onClick: () => void;
};

const ToNewest = ({ unread, hasLater, onClick }: ToNewestProps) => {
  const texts = useTexts().chat;
  if (unread === 0 && !hasLater) return null;
  return (
    <button type="button" className="chat-unread" onClick={onClick}>
      <ArrowDown size={16} aria-hidden="true" />
      {hasLater ? texts.toNewest : texts.unread(unread)}
    </button>
  );
};

const EmptyChat = () => {
  const texts = useTexts().chat;
  return (
    <li className="chat-empty">
      <strong>{texts.emptyTitle}</strong>
      <span>{texts.emptyText}</span>
    </li>
  );
};

/** Why this page's person may not say anything; nothing if it may. */
const closedFor = ({ chat, writers }: Texts, view: RoomView): string | undefined => {
  const self = selfIn(view);
  if (self === undefined) return undefined;
  if (!may(view, 'CHAT')) return chat.watchOnly;
  if (self.isMuted && !self.isHost) return chat.mutedYou;
  return view.mayWrite || view.writers === 'EVERYBODY' ? undefined : writers.closed[view.writers];
};

type ChatProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly opener: RefObject<HTMLButtonElement | null>;
};

/** How to go to a place of the film; `onPosition` is left out while this person may not. */
const useSeeking = (port: RoomPort, view: RoomView) => {
  const film = filmIn(view);
  const seek = useCallback((positionMs: number) => port.send({ type: 'seek', positionMs }), [port]);
  return { film, seek, onPosition: may(view, 'SEEK') && film ? seek : undefined };
};

/** What was said and what happened, and where to say something. */
export const Chat = ({ port, view, field, opener }: ChatProps) => {
  const texts = useTexts().chat;
  const list = useRef<HTMLOListElement>(null);
  const waitS = useSlowWait(port, view.mayChatFromMs);
  const { chat } = view;
  const { seen, toEnd, onScroll } = useStickToEnd(list, chat, view.hasLater);
  const { isFetching, fetchEarlier, fetchLater, fetchNear } = useMore(port, view);
  const unread = unreadAfter(chat, seen, selfIn(view)?.id);
  const { film, seek, onPosition } = useSeeking(port, view);
  const { about, acts, done, say } = useAbout(port, field);
  const goTo = useGoTo(port, chat);
  const closed = closedFor(useTexts(), view);
  const scrolled = () => {
    onScroll();
    fetchNear(list.current);
  };
  const toNewest = () => {
    port.showNewest();
    toEnd();
  };
  return (
    <section className="chat" aria-label={texts.label}>
      {port.server && <ChatSearch port={port} opener={opener} onGo={goTo} />}
      <ol
        className="chat-lines"
        ref={list}
        onScroll={scrolled}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={texts.label}
        aria-busy={isFetching}
      >
        {view.hasEarlier ? (
          <More text={texts.earlier} isFetching={isFetching} onFetch={fetchEarlier} />
        ) : (
          chat.length === 0 && <EmptyChat />
        )}
        {chat.map((line, at) => (
          <Line
            key={line.key}
            line={line}
            follows={followsOn(line, chat[at - 1])}
            lengthMs={film?.lengthMs}
            onPosition={onPosition}
            onSeek={seek}
            onShow={goTo}
            self={selfIn(view)?.id}
            mayChat={closed === undefined}
            mayRemove={line.type === 'said' && mayRemove(view, line.by)}
            {...acts}
          />
        ))}
        {view.hasLater && <More text={texts.later} isFetching={isFetching} onFetch={fetchLater} />}
        <UnsentLines port={port} view={view} />
      </ol>
      <ToNewest unread={unread} hasLater={view.hasLater} onClick={toNewest} />
      <TypingLine port={port} view={view} />
      <Composer
        closed={closed}
        waitS={waitS}
        field={field}
        about={about}
        onCancel={done}
        people={view.people}
        positionNow={film && port.positionMs}
        onTyping={() => port.signal({ kind: 'typing' })}
        onSay={(text, regards) => {
          if (about?.type !== 'edit') toNewest();
          say(text, regards);
        }}
      />
    </section>
  );
};

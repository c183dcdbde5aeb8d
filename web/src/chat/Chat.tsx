import { ArrowDown } from 'lucide-react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { RoomPort } from '../room/port';
import {
  type ChatLine,
  filmIn,
  may,
  mayRemove,
  type RoomView,
  selfIn,
  type Unsent,
} from '../room/view';
import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { Composer } from './Composer';
import { Line, lineId } from './Line';
import { unreadAfter } from './unread';
import { useAbout } from './useAbout';
import { useSlowWait } from './useSlowWait';
import { useStickToEnd } from './useStickToEnd';
import './chat.css';

/** What this person said while the room could not be reached, and what was not sent: it stays in place, with what to do. */
const UnsentLine = ({
  message,
  onAgain,
}: {
  readonly message: Unsent;
  readonly onAgain: () => void;
}) => {
  const texts = useTexts();
  return (
    <li className="chat-unsent" data-failed={message.why !== undefined}>
      <p className="chat-text" dir="auto">
        {message.text}
      </p>
      {message.why === undefined ? (
        <p className="chat-unsent-why">{texts.chat.waits}</p>
      ) : (
        <p className="chat-unsent-why" role="alert">
          {texts.chat.notSent} {texts.rejected[message.why]}{' '}
          <button type="button" className="link-button" onClick={onAgain}>
            {texts.common.tryAgain}
          </button>
        </p>
      )}
    </li>
  );
};

/** Messages on their way are not worth a line while there is a connection: they are there in a moment. */
const inSight = (view: RoomView): readonly Unsent[] =>
  view.unsent.filter(({ why }) => why !== undefined || view.contact.type !== 'live');

const together = 90_000;

/** Whether a line goes on with what the same person said just before. */
const followsOn = (line: ChatLine, previous: ChatLine | undefined): boolean =>
  line.type === 'said' &&
  previous?.type === 'said' &&
  line.by === previous.by &&
  line.atMs - previous.atMs < together;

const useEarlier = (port: RoomPort, hasEarlier: boolean) => {
  const [isFetching, setFetching] = useState(false);
  const fetchEarlier = () => {
    if (isFetching || !hasEarlier) return;
    setFetching(true);
    void port.fetchEarlier().finally(() => setFetching(false));
  };
  return { isFetching, fetchEarlier };
};

/** Shows a line, wherever it is; one that is not on the page yet comes nearer. */
const useShowing = ({ fetchEarlier }: RoomPort) =>
  useCallback(
    (key: number) => {
      const line = document.getElementById(lineId(key));
      line?.scrollIntoView({ block: 'center' });
      line?.focus({ preventScroll: true });
      if (!line) void fetchEarlier();
    },
    [fetchEarlier],
  );

type EarlierProps = { readonly isFetching: boolean; readonly onFetch: () => void };

const Earlier = ({ isFetching, onFetch }: EarlierProps) => (
  <li className="chat-earlier">
    <button type="button" className="link-button" disabled={isFetching} onClick={onFetch}>
      {useTexts().chat.earlier}
    </button>
  </li>
);

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
};

/** How to go to a place of the film; `onPosition` is left out while this person may not. */
const useSeeking = (port: RoomPort, view: RoomView) => {
  const film = filmIn(view);
  const seek = useCallback((positionMs: number) => port.send({ type: 'seek', positionMs }), [port]);
  return { film, seek, onPosition: may(view, 'SEEK') && film ? seek : undefined };
};

/** What was said and what happened, and where to say something. */
export const Chat = ({ port, view, field }: ChatProps) => {
  const texts = useTexts().chat;
  const list = useRef<HTMLOListElement>(null);
  const waitS = useSlowWait(port, view.mayChatFromMs);
  const { chat } = view;
  const { seen, toEnd, onScroll } = useStickToEnd(list, chat);
  const { isFetching, fetchEarlier } = useEarlier(port, view.hasEarlier);
  const unread = unreadAfter(chat, seen, selfIn(view)?.id);
  const { film, seek, onPosition } = useSeeking(port, view);
  const { about, acts, done, say } = useAbout(port, field);
  const onShow = useShowing(port);
  const closed = closedFor(useTexts(), view);
  const scrolled = () => {
    onScroll();
    if (list.current && list.current.scrollTop < 80) fetchEarlier();
  };
  return (
    <section className="chat" aria-label={texts.label}>
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
          <Earlier isFetching={isFetching} onFetch={fetchEarlier} />
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
            onShow={onShow}
            self={selfIn(view)?.id}
            mayChat={closed === undefined}
            mayRemove={line.type === 'said' && mayRemove(view, line.by)}
            {...acts}
          />
        ))}
        {inSight(view).map((message) => (
          <UnsentLine
            key={`unsent ${message.key}`}
            message={message}
            onAgain={() => port.sayAgain(message.key)}
          />
        ))}
      </ol>
      {unread > 0 && (
        <button type="button" className="chat-unread" onClick={toEnd}>
          <ArrowDown size={16} aria-hidden="true" />
          {texts.unread(unread)}
        </button>
      )}
      <Composer
        closed={closed}
        waitS={waitS}
        field={field}
        about={about}
        onCancel={done}
        people={view.people}
        positionNow={film && port.positionMs}
        onSay={(text, regards) => {
          if (about?.type !== 'edit') toEnd();
          say(text, regards);
        }}
      />
    </section>
  );
};

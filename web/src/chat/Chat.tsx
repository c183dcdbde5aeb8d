import { ArrowDown } from 'lucide-react';
import { memo, type RefObject, useCallback, useRef, useState } from 'react';
import { Avatar } from '../people/avatar';
import type { RoomPort } from '../room/port';
import { type ChatLine, filmIn, may, type RoomView, selfIn, type Unsent } from '../room/view';
import type { Texts } from '../texts/en';
import { localeOf, useLanguage, useTexts } from '../texts/language';
import { Composer } from './Composer';
import { happeningText } from './happeningText';
import { unreadAfter } from './unread';
import { useSlowWait } from './useSlowWait';
import { useStickToEnd } from './useStickToEnd';
import { Words } from './Words';
import './chat.css';

type LineProps = {
  readonly line: ChatLine;
  readonly follows: boolean;
  readonly lengthMs: number | undefined;
  readonly onPosition: ((positionMs: number) => void) | undefined;
};

/** Drawn anew only when it changes: there may be thousands of lines, and the room changes several times a second. */
const Line = memo(({ line, follows, lengthMs, onPosition }: LineProps) => {
  const { texts, language } = useLanguage();
  const time = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    hour: '2-digit',
    minute: '2-digit',
  });
  const words = { lengthMs, onPosition };
  if (line.type === 'happened') {
    return (
      <li className="chat-happened">
        <Words text={happeningText(texts, line.what)} {...words} />
      </li>
    );
  }
  return (
    <li className="chat-said" data-follows={follows}>
      {!follows && <Avatar id={line.by} name={line.name} />}
      <div className="chat-body">
        {!follows && (
          <p className="chat-head">
            <strong>{line.name || texts.chat.somebody}</strong>
            <time className="numbers" dateTime={new Date(line.atMs).toISOString()}>
              {time.format(line.atMs)}
            </time>
          </p>
        )}
        <p className="chat-text" dir="auto">
          <Words text={line.text} {...words} />
        </p>
      </div>
    </li>
  );
});

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
const closedFor = (texts: Texts['chat'], view: RoomView): string | undefined => {
  const self = selfIn(view);
  if (self === undefined) return undefined;
  if (!may(view, 'CHAT')) return texts.watchOnly;
  return self.isMuted && !self.isHost ? texts.mutedYou : undefined;
};

type ChatProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly field: RefObject<HTMLTextAreaElement | null>;
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
  const lengthMs = filmIn(view)?.lengthMs;
  const seek = useCallback((positionMs: number) => port.send({ type: 'seek', positionMs }), [port]);
  const onPosition = may(view, 'SEEK') && filmIn(view) ? seek : undefined;
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
          <li className="chat-earlier">
            <button
              type="button"
              className="link-button"
              disabled={isFetching}
              onClick={fetchEarlier}
            >
              {texts.earlier}
            </button>
          </li>
        ) : (
          chat.length === 0 && <EmptyChat />
        )}
        {chat.map((line, at) => (
          <Line
            key={line.key}
            line={line}
            follows={followsOn(line, chat[at - 1])}
            lengthMs={lengthMs}
            onPosition={onPosition}
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
        closed={closedFor(texts, view)}
        waitS={waitS}
        field={field}
        onSay={(text) => {
          toEnd();
          port.send({ type: 'say', text });
        }}
      />
    </section>
  );
};

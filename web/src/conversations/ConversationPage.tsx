import { ArrowLeft, Clapperboard } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { useSession } from '../account/session';
import type { Account } from '../api/accounts';
import { PageHead } from '../app/PageHead';
import { Composer } from '../chat/Composer';
import '../chat/chat.css';
import { useVisibleArea } from '../device/useVisibleArea';
import { HereNow, Join, useTitleOf } from '../friends/Here';
import { nameOfTalk } from '../friends/name';
import { useCircle } from '../friends/useCircle';
import { usePresent } from '../friends/usePresent';
import { Avatar } from '../people/avatar';
import { useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { Trouble } from '../ui/trouble';
import { UploadList } from '../uploads/UploadList';
import '../account/account.css';
import './conversations.css';
import { MessageRow } from './MessageRow';
import { followsOn } from './messages';
import { type Conversation, type Unsent, useConversation } from './useConversation';
import { useFilmInvitations } from './useFilmInvitations';
import { useTalks } from './useTalks';
import { WatchDialog } from './WatchDialog';

const nearPx = 80;

/** Keeps the list at its end while the person is there, and where the person reads while not. */
const useAtEnd = (conversation: Conversation) => {
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const before = useRef<{ first: number | undefined; height: number }>({
    first: undefined,
    height: 0,
  });
  const { messages, unsent } = conversation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unsent stands at the end too.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const first = messages?.[0]?.number;
    if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    else if (first !== before.current.first)
      element.scrollTop += element.scrollHeight - before.current.height;
    before.current = { first, height: element.scrollHeight };
  }, [messages, unsent]);
  const onScroll = () => {
    const element = list.current;
    if (element)
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
  };
  return { list, onScroll };
};

const UnsentRow = ({ unsent, onAgain }: { unsent: Unsent; onAgain: () => void }) => {
  const texts = useTexts();
  return (
    <li className="chat-unsent" data-failed={unsent.why !== undefined}>
      <p className="chat-text" dir="auto">
        {unsent.text}
      </p>
      {unsent.why !== undefined && (
        <p className="chat-unsent-why" role="alert">
          {texts.chat.notSent} {unsent.why}{' '}
          <button type="button" className="link-button" onClick={onAgain}>
            {texts.common.tryAgain}
          </button>
        </p>
      )}
    </li>
  );
};

type TalkingProps = {
  readonly account: Account;
  readonly person: string;
  readonly name: string;
  readonly portrait: string | undefined;
  /** Why nothing more may be said; nothing if something may. */
  readonly closed: string | undefined;
};

const Talking = ({ account, person, name, portrait, closed }: TalkingProps) => {
  const texts = usePeopleTexts();
  const all = useTexts();
  const conversation = useConversation(person);
  const films = useFilmInvitations(person, conversation);
  const { list, onScroll } = useAtEnd(conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isWatching, setWatching] = useState(false);
  const { messages, unsent } = conversation;
  return (
    <section className="sheet talking" aria-label={texts.talkWith(name)}>
      <ol
        className="chat-lines"
        ref={list}
        onScroll={onScroll}
        role="log"
        aria-label={texts.talkWith(name)}
        aria-busy={messages === undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {conversation.hasEarlier && (
          <li className="chat-more">
            <button type="button" className="link-button" onClick={conversation.fetchEarlier}>
              {all.chat.earlier}
            </button>
          </li>
        )}
        {messages?.length === 0 && unsent.length === 0 && (
          <li className="chat-empty">
            <strong>{texts.noWordsTitle}</strong>
            <span>{texts.noWords(name)}</span>
          </li>
        )}
        {messages?.map((message, at) => (
          <MessageRow
            key={message.number}
            message={message}
            follows={followsOn(message, messages[at - 1])}
            name={message.by === account.id ? account.name : name}
            portrait={message.by === account.id ? account.portrait : portrait}
            nameOfOther={name}
            isOwn={message.by === account.id}
            isOpen={closed === undefined}
            conversation={conversation}
          />
        ))}
        {unsent.map((each) => (
          <UnsentRow key={each.key} unsent={each} onAgain={() => conversation.sayAgain(each)} />
        ))}
      </ol>
      <div className="talking-uploads">
        <UploadList uploads={films.uploads} leftOut={films.leftOut} onChosen={films.start} />
        {films.hasFailed && (
          <button type="button" className="pill" onClick={films.again}>
            {texts.invite}
          </button>
        )}
      </div>
      {closed === undefined && (
        <div className="talking-actions">
          <button type="button" className="pill" onClick={() => setWatching(true)}>
            <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
            {texts.watchTogether}
          </button>
        </div>
      )}
      {isWatching && (
        <WatchDialog
          name={name}
          conversation={conversation}
          onChosen={films.start}
          onClose={() => setWatching(false)}
        />
      )}
      {conversation.trouble !== undefined && (
        <div className="talking-trouble">
          <Trouble text={conversation.trouble} />
        </div>
      )}
      <Composer closed={closed} waitS={0} field={field} onSay={conversation.say} />
    </section>
  );
};

const Content = ({ account, person }: { readonly account: Account; readonly person: string }) => {
  const texts = usePeopleTexts();
  const { circle, trouble } = useCircle();
  const talks = useTalks();
  const rooms = usePresent().get(person);
  const title = useTitleOf(rooms);
  const room = rooms?.[0];
  const friend = circle?.friends.find(({ id }) => id === person);
  const known = friend ?? talks?.find((talk) => talk.with === person);
  if (circle === undefined || talks === undefined)
    return trouble === undefined ? (
      <div className="skeleton account-skeleton" />
    ) : (
      <Trouble text={trouble} />
    );
  if (known === undefined) return <Redirect to="/people" replace />;
  const isGone = known.name === undefined;
  const name = nameOfTalk(known, texts.deletedPerson);
  return (
    <>
      <title>{`${name} · Matinee`}</title>
      <div className="talking-head">
        <Link href="/people" className="icon-button" aria-label={texts.toPeople}>
          <ArrowLeft size={20} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        <Avatar id={person} name={name} portrait={known.portrait} />
        <span className="person-words">
          <h1>{name}</h1>
          {rooms && !isGone && <HereNow title={title} />}
        </span>
        {room !== undefined && title !== undefined && !isGone && (
          <Join name={name} room={room} title={title} />
        )}
      </div>
      <Talking
        key={isGone ? 'gone' : person}
        account={account}
        person={person}
        name={name}
        portrait={known.portrait}
        closed={friend ? undefined : isGone ? texts.personDeleted : texts.noFriendsNow}
      />
    </>
  );
};

/** What the person and a friend say to each other, and where to say something. */
export const ConversationPage = ({ person }: { readonly person: string }) => {
  useVisibleArea();
  const session = useSession();
  if (session.type === 'out')
    return <Redirect to={`/sign-in?to=${encodeURIComponent(`/people/${person}`)}`} replace />;
  return (
    <div className="account conversation">
      <PageHead />
      <main aria-busy={session.type === 'unknown'}>
        {session.type === 'in' ? (
          <Content account={session.account} person={person} />
        ) : (
          <div className="skeleton account-skeleton" />
        )}
      </main>
    </div>
  );
};

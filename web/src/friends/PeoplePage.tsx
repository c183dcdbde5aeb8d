import { type ReactNode, useId, useState } from 'react';
import { Redirect } from 'wouter';
import { useSession } from '../account/session';
import {
  type Asked,
  type Asker,
  acceptRequest,
  type Blocked,
  blockPerson,
  declineRequest,
  showMe,
  unblockPerson,
  withdrawRequest,
} from '../api/people';
import { PageHead } from '../app/PageHead';
import { TalkList } from '../conversations/TalkList';
import { Avatar } from '../people/avatar';
import { useLanguage, useTexts } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { Trouble } from '../ui/trouble';
import { AddSection } from './AddSection';
import { FriendRow } from './FriendRow';
import { type Friends, useCircle } from './useCircle';
import { usePresent } from './usePresent';
import '../account/account.css';
import './friends.css';

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const id = useId();
  return (
    <section className="sheet account-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};

type RowsProps<Row> = { readonly rows: readonly Row[]; readonly friends: Friends };

const AskingYou = ({ rows, friends }: RowsProps<Asker>) => {
  const texts = usePeopleTexts();
  return (
    <Section title={texts.askingYou}>
      <ul className="persons">
        {rows.map(({ id, name, portrait }) => (
          <li key={id}>
            <Avatar id={id} name={name} portrait={portrait} />
            <span className="person-words">
              <strong>{name}</strong>
            </span>
            <span className="person-actions">
              <button
                type="button"
                className="action"
                aria-label={texts.acceptOf(name)}
                disabled={friends.isBusy}
                onClick={() => void friends.act(acceptRequest(id))}
              >
                {texts.accept}
              </button>
              <button
                type="button"
                className="pill"
                aria-label={texts.declineOf(name)}
                disabled={friends.isBusy}
                onClick={() => void friends.act(declineRequest(id))}
              >
                {texts.decline}
              </button>
              <button
                type="button"
                className="link-button"
                aria-label={`${texts.block}: ${name}`}
                disabled={friends.isBusy}
                onClick={() => void friends.act(blockPerson(id))}
              >
                {texts.block}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const AskedOthers = ({ rows, friends }: RowsProps<Asked>) => {
  const texts = usePeopleTexts();
  const { language } = useLanguage();
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  return (
    <Section title={texts.asked}>
      <ul className="persons">
        {rows.map(({ id, to, at }) => (
          <li key={id}>
            <span className="person-words">
              <strong>{to}</strong>
              <small>{texts.askedAt(date.format(new Date(at)))}</small>
            </span>
            <button
              type="button"
              className="pill"
              aria-label={texts.withdrawOf(to)}
              disabled={friends.isBusy}
              onClick={() => void friends.act(withdrawRequest(id))}
            >
              {texts.withdraw}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const BlockedPeople = ({ rows, friends }: RowsProps<Blocked>) => {
  const texts = usePeopleTexts();
  return (
    <Section title={texts.blocked}>
      <ul className="persons">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <span className="person-words">
              <strong>{name}</strong>
            </span>
            <button
              type="button"
              className="pill"
              aria-label={texts.unblockOf(name)}
              disabled={friends.isBusy}
              onClick={() => void friends.act(unblockPerson(id))}
            >
              {texts.unblock}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const FriendList = ({ friends }: { readonly friends: Friends }) => {
  const texts = usePeopleTexts();
  const { language } = useLanguage();
  const present = usePresent();
  const rows = friends.circle?.friends;
  if (rows === undefined) return <div className="skeleton people-skeleton" />;
  if (rows.length === 0) {
    return (
      <p className="people-empty">
        <strong>{texts.noFriendsTitle}</strong>
        <span>{texts.noFriends}</span>
      </p>
    );
  }
  const order = new Intl.Collator(language);
  return (
    <ul className="persons">
      {rows
        .toSorted((a, b) => order.compare(a.note || a.name, b.note || b.name))
        .map((friend) => (
          <FriendRow
            key={friend.id}
            friend={friend}
            friends={friends}
            rooms={present.get(friend.id)}
          />
        ))}
    </ul>
  );
};

const Content = () => {
  const all = useTexts();
  const texts = usePeopleTexts();
  const friends = useCircle();
  const { circle, trouble } = friends;
  return (
    <>
      {trouble !== undefined && (
        <div className="people-trouble">
          <Trouble text={trouble} />
          {circle === undefined && (
            <button type="button" className="link-button" onClick={() => void friends.read()}>
              {all.common.tryAgain}
            </button>
          )}
        </div>
      )}
      {circle && circle.asking.length > 0 && <AskingYou rows={circle.asking} friends={friends} />}
      <TalkList />
      <Section title={texts.friends}>
        <FriendList friends={friends} />
        {circle && <Showing shown={circle.shown} friends={friends} />}
      </Section>
      <AddSection friends={friends} />
      {circle && circle.asked.length > 0 && <AskedOthers rows={circle.asked} friends={friends} />}
      {circle && circle.blocked.length > 0 && (
        <BlockedPeople rows={circle.blocked} friends={friends} />
      )}
    </>
  );
};

/** Whether friends see that the person is here. */
const Showing = ({ shown, friends }: { readonly shown: boolean; readonly friends: Friends }) => {
  const texts = usePeopleTexts();
  const [wished, setWished] = useState<boolean>();
  const wish = async (isShown: boolean) => {
    setWished(isShown);
    await friends.act(showMe(isShown));
    setWished(undefined);
  };
  return (
    <label className="people-showing">
      <input
        type="checkbox"
        checked={wished ?? shown}
        aria-busy={wished !== undefined}
        onChange={(event) => void wish(event.target.checked)}
      />
      <span>
        {texts.showMe}
        <small>{texts.showMeText}</small>
      </span>
    </label>
  );
};

/** The person's friends, who wants to be one, and how to find them. */
export const PeoplePage = () => {
  const texts = usePeopleTexts();
  const session = useSession();
  if (session.type === 'out') {
    const back = encodeURIComponent(`/people${location.hash}`);
    return <Redirect to={`/sign-in?to=${back}`} replace />;
  }
  return (
    <div className="account">
      <title>{`${texts.title} · Matinee`}</title>
      <PageHead />
      <main aria-busy={session.type === 'unknown'}>
        <div className="people-head">
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        {session.type === 'in' ? (
          <Content key={session.account.id} />
        ) : (
          <div className="skeleton account-skeleton" />
        )}
      </main>
    </div>
  );
};

import { Link } from 'wouter';
import type { Message, Talk } from '../api/conversations';
import { nameOfTalk } from '../friends/name';
import { Avatar } from '../people/avatar';
import type { PeopleTexts } from '../texts/people/en';
import { usePeopleTexts } from '../texts/people/texts';
import { useTalks } from './useTalks';
import './conversations.css';

const newestText = (texts: PeopleTexts, newest: Message): string => {
  switch (newest.type) {
    case 'said':
      return newest.text;
    case 'invited':
      return texts.watchTogether;
    case 'deleted':
      return texts.deleted;
  }
};

const Row = ({ talk }: { readonly talk: Talk }) => {
  const texts = usePeopleTexts();
  const name = nameOfTalk(talk, texts.deletedPerson);
  const { newest } = talk;
  return (
    <li>
      <Link href={`/people/${talk.with}`} className="talk" data-unread={talk.unread > 0}>
        <Avatar id={talk.with} name={name} portrait={talk.portrait} />
        <span className="person-words">
          <strong>{name}</strong>
          {newest && (
            <small className="talk-newest" dir="auto">
              {newestText(texts, newest)}
            </small>
          )}
        </span>
        {talk.unread > 0 && (
          <span className="unread numbers">
            <span aria-hidden="true">{talk.unread >= 99 ? '99+' : talk.unread}</span>
            <span className="unseen">{texts.unread(talk.unread)}</span>
          </span>
        )}
      </Link>
    </li>
  );
};

/** The person's conversations, the newest first; nothing where nobody has said anything yet. */
export const TalkList = () => {
  const texts = usePeopleTexts();
  const talks = useTalks();
  if (talks === undefined || talks.length === 0) return null;
  return (
    <section className="sheet account-section" aria-labelledby="talks">
      <h2 id="talks">{texts.talks}</h2>
      <ul className="persons">
        {talks.map((talk) => (
          <Row key={talk.with} talk={talk} />
        ))}
      </ul>
    </section>
  );
};

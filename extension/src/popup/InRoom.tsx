import { useState } from 'react';
import { pageOf, siteOf } from '../address';
import type { Page, PersonThere, RoomSeen } from '../messages';
import type { Texts } from '../texts/en';
import type { useBackground } from './useBackground';

type InRoomProps = {
  readonly texts: Texts;
  readonly room: RoomSeen;
  readonly page: Page | undefined;
  readonly want: ReturnType<typeof useBackground>['want'];
};

const Link = ({ texts, link }: { readonly texts: Texts; readonly link: string }) => {
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <div className="link">
      <input aria-label={texts.linkForOthers} value={link} readOnly />
      <button type="button" className="pill" onClick={copy}>
        {isCopied ? texts.copied : texts.copy}
      </button>
    </div>
  );
};

const conditionOf = (texts: Texts, { condition, isWaitedFor }: PersonThere): string =>
  isWaitedFor ? texts.waitedFor : texts.conditions[condition];

const People = ({ texts, people }: { readonly texts: Texts } & Pick<RoomSeen, 'people'>) => (
  <ul className="people" aria-label={texts.people}>
    {people.map((person) => (
      <li key={person.id} data-waited-for={person.isWaitedFor}>
        <span className="name">{person.isSelf ? texts.you(person.name) : person.name}</span>
        <span className="quiet">{conditionOf(texts, person)}</span>
      </li>
    ))}
  </ul>
);

/** What this person's player does, or what to do so that it does something. */
const Standing = ({ texts, room, want }: Omit<InRoomProps, 'page'>) => {
  const { connection, film, isOnPage, player } = room;
  if (connection.type !== 'live') return <p role="status">{texts.connections[connection.type]}</p>;
  if (film === undefined) return <p role="status">{texts.noFilm}</p>;
  const { url } = film;
  if (url === undefined) return <p role="status">{texts.notOnSite}</p>;
  if (isOnPage) return <p role="status">{player ? texts.players[player] : texts.noPlayer}</p>;
  return (
    <>
      <p role="status">{texts.elsewhere(siteOf(url))}</p>
      <button type="button" className="action" onClick={() => want({ type: 'go', url }, url)}>
        {texts.go(siteOf(url))}
      </button>
    </>
  );
};

/** The room in which the person is: its link, its film, who is there, and the ways from here. */
export const InRoom = ({ texts, room, page, want }: InRoomProps) => {
  const url = page && pageOf(page.url);
  const isOther =
    url !== undefined && !(room.isOnPage && page?.tab === room.tab) && url !== room.link;
  return (
    <>
      <h2>{room.film?.title}</h2>
      <Standing texts={texts} room={room} want={want} />
      <Link texts={texts} link={room.link} />
      <People texts={texts} people={room.people} />
      <div className="ways">
        {page && isOther && room.mayLoad && (
          <button
            type="button"
            className="pill"
            onClick={() => want({ type: 'bring', page: { ...page, url } }, url)}
          >
            {texts.bring}
          </button>
        )}
        <button type="button" className="pill" onClick={() => want({ type: 'leave' })}>
          {texts.leave}
        </button>
      </div>
    </>
  );
};

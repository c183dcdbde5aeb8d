import { Link } from 'wouter';
import { Avatar } from '../people/avatar';
import { useLanguage } from '../texts/language';
import { usePeopleTexts } from '../texts/people/texts';
import { HereNow, Join, useTitleOf } from './Here';
import { nameOfFriend } from './name';
import { useCircle } from './useCircle';
import { usePresent } from './usePresent';
import './friends.css';

type FriendHereProps = {
  readonly id: string;
  readonly name: string;
  readonly portrait: string | undefined;
  readonly rooms: readonly string[];
};

/** Somebody who is here: the way to write, and to the room. */
const FriendHere = ({ id, name, portrait, rooms }: FriendHereProps) => {
  const title = useTitleOf(rooms);
  const room = rooms[0];
  return (
    <li>
      <Link href={`/people/${id}`} className="friend-here">
        <Avatar id={id} name={name} portrait={portrait} />
        <span className="person-words">
          <strong>{name}</strong>
          <HereNow title={title} />
        </span>
      </Link>
      {room !== undefined && title !== undefined && <Join name={name} room={room} title={title} />}
    </li>
  );
};

/** The friends who are here now, those who let be seen where first; nothing where nobody is. */
export const FriendsHere = () => {
  const texts = usePeopleTexts();
  const { language } = useLanguage();
  const { circle } = useCircle();
  const present = usePresent();
  const order = new Intl.Collator(language);
  const here = (circle?.friends ?? [])
    .flatMap((friend) => {
      const rooms = present.get(friend.id);
      const { id, portrait } = friend;
      return rooms === undefined ? [] : [{ id, name: nameOfFriend(friend), portrait, rooms }];
    })
    .toSorted(
      (a, b) =>
        Number(b.rooms.length > 0) - Number(a.rooms.length > 0) || order.compare(a.name, b.name),
    );
  if (here.length === 0) return null;
  return (
    <aside className="sheet friends-here" aria-labelledby="friends-here">
      <h2 id="friends-here">{texts.friendsHere}</h2>
      <ul className="persons">
        {here.map((friend) => (
          <FriendHere key={friend.id} {...friend} />
        ))}
      </ul>
    </aside>
  );
};

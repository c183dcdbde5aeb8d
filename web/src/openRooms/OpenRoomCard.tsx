import { Link } from 'wouter';
import type { PublicRoom } from '../api/publicRooms';
import { colourOf } from '../people/colours';
import { useTexts } from '../texts/language';
import { useOpenRoomTexts } from '../texts/openRooms/texts';

/** A room that everybody may enter, and the way there. */
export const OpenRoomCard = ({ room }: { readonly room: PublicRoom }) => {
  const texts = useOpenRoomTexts();
  const all = useTexts();
  const name = room.name ?? room.title ?? all.home.untitled;
  const film = room.name === undefined ? undefined : room.title;
  return (
    <li className="card" data-art={colourOf(room.room) % 5}>
      <Link href={`/r/${room.room}`} className="card-link">
        <span className="card-state numbers" data-full={room.full}>
          {room.full ? texts.full : all.home.here(room.here)}
        </span>
        <span className="card-words">
          <strong title={name}>{name}</strong>
          {film !== undefined && (
            <span className="card-film" title={film}>
              {film}
            </span>
          )}
          <span>{room.full ? all.home.here(room.here) : texts.comeIn[room.newcomers]}</span>
        </span>
      </Link>
    </li>
  );
};

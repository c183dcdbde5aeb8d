import { Search } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { longestSearch } from '../api/publicRooms';
import { PageHead } from '../app/PageHead';
import { useTexts } from '../texts/language';
import { useOpenRoomTexts } from '../texts/openRooms/texts';
import { Trouble } from '../ui/trouble';
import { OpenRoomCard } from './OpenRoomCard';
import { useOpenRooms } from './useOpenRooms';
import { useSettled } from './useSettled';
import '../home/home.css';
import './openRooms.css';

const SearchField = ({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) => {
  const texts = useOpenRoomTexts();
  return (
    <label className="open-search">
      <Search size={20} strokeWidth={1.75} aria-hidden="true" />
      <span className="unseen">{texts.search}</span>
      <input
        type="search"
        className="bare-field"
        placeholder={texts.search}
        maxLength={longestSearch}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
};

const Nothing = ({ search, onAll }: { readonly search: string; readonly onAll: () => void }) => {
  const texts = useOpenRoomTexts();
  return (
    <section className="open-nothing sheet">
      <strong>{search === '' ? texts.noneTitle : texts.notFound(search)}</strong>
      <p>{search === '' ? texts.none : texts.notFoundText}</p>
      {search === '' ? (
        <Link href="/" className="action">
          {texts.openOne}
        </Link>
      ) : (
        <button type="button" className="pill" onClick={onAll}>
          {texts.showAll}
        </button>
      )}
    </section>
  );
};

const NoList = () => {
  const texts = useOpenRoomTexts();
  return (
    <section className="open-nothing sheet">
      <strong>{texts.offTitle}</strong>
      <p>{texts.off}</p>
      <Link href="/" className="action">
        {texts.openOne}
      </Link>
    </section>
  );
};

const Rooms = () => {
  const all = useTexts();
  const texts = useOpenRoomTexts();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { listed, areNone, hasFailed, more, again } = useOpenRooms(search);
  const rooms = listed?.rooms;
  if (areNone) return <NoList />;
  return (
    <>
      <p className="home-lead">{texts.lead}</p>
      <SearchField text={text} onText={setText} />
      <p className="unseen" role="status">
        {rooms && texts.found(rooms.length)}
      </p>
      {hasFailed && (
        <div className="open-trouble">
          <Trouble text={texts.failed} />
          <button type="button" className="link-button" onClick={again}>
            {all.common.tryAgain}
          </button>
        </div>
      )}
      {rooms === undefined && !hasFailed && <div className="skeleton open-skeleton" />}
      {rooms?.length === 0 && <Nothing search={search} onAll={() => setText('')} />}
      {rooms !== undefined && rooms.length > 0 && (
        <ul className="cards" aria-label={texts.title}>
          {rooms.map((room) => (
            <OpenRoomCard key={room.room} room={room} />
          ))}
        </ul>
      )}
      {more && (
        <button type="button" className="pill open-more" onClick={more}>
          {all.places.more}
        </button>
      )}
    </>
  );
};

/** The rooms that everybody may find and enter, where there can be any. */
export const OpenRoomsPage = () => {
  const texts = useOpenRoomTexts();
  return (
    <div className="home open-rooms">
      <title>{`${texts.title} · Matinee`}</title>
      <PageHead />
      <main>
        <h1>{texts.title}</h1>
        <Rooms />
      </main>
    </div>
  );
};

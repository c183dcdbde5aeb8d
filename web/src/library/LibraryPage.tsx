import { Search, Upload } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { asMe, useSession } from '../account/session';
import { libraryTags, longestSearch, type Order } from '../api/library';
import { PageHead } from '../app/PageHead';
import { useSettled } from '../openRooms/useSettled';
import { useTexts } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { Trouble } from '../ui/trouble';
import { DropVeil } from '../uploads/DropVeil';
import { FilmFiles } from '../uploads/FilmFiles';
import type { Upload as FilmUpload, Goal } from '../uploads/item';
import { drop } from '../uploads/store';
import { UploadList } from '../uploads/UploadList';
import { useDroppedFiles } from '../uploads/useDroppedFiles';
import { useUploading } from '../uploads/useUploading';
import { useDelivery, useUploads } from '../uploads/useUploads';
import { ForYou } from './ForYou';
import { FromFriends } from './FromFriends';
import { TitleCard } from './TitleCard';
import { useTitles } from './useTitles';
import { WatchedByFriends } from './WatchedByFriends';
import '../home/home.css';
import '../openRooms/openRooms.css';
import '../watched/watched.css';
import './library.css';

const GoOnShelf = lazy(async () => ({
  default: (await import('../watched/GoOnShelf')).GoOnShelf,
}));
const FriendsHere = lazy(async () => ({
  default: (await import('../friends/FriendsHere')).FriendsHere,
}));

const goal: Goal = { type: 'library' };
const toLibrary = () => goal;
const here = async () => '';

/** Uploads into the library; `onArrived` is told of each film that is there. */
const useArrivals = (onArrived: () => void) => {
  const { leftOut, start } = useUploading(here, toLibrary);
  const uploads = useUploads(goal);
  const deliver = useCallback(
    (upload: FilmUpload) => {
      drop(upload);
      onArrived();
    },
    [onArrived],
  );
  useDelivery(goal, true, deliver);
  const isOver = useDroppedFiles(start);
  return { leftOut, start, uploads, isOver };
};

/** What is looked for, as it stands in the address of the page, so that going back finds it again. */
const useWanted = () => {
  const asked = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const search = asked.get('search') ?? '';
  const tag = asked.get('tag') ?? '';
  const order: Order = asked.get('order') === 'name' ? 'name' : 'added';
  const want = (change: Readonly<Record<string, string>>, replace: boolean) => {
    const next = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(change)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    go(`/library${next.size > 0 ? `?${next}` : ''}`, { replace });
  };
  return { search, tag, order, want };
};

const useTags = (round: unknown) => {
  const [tags, setTags] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when the library has changed.
  useEffect(() => {
    let wanted = true;
    void asMe(libraryTags).then((result) => {
      if (wanted && result.type === 'done') setTags(result.value.tags.map(({ tag }) => tag));
    });
    return () => {
      wanted = false;
    };
  }, [round]);
  return tags;
};

type ToolsProps = {
  readonly wanted: ReturnType<typeof useWanted>;
  readonly tags: readonly string[];
};

const Tools = ({ wanted: { search, tag, order, want }, tags }: ToolsProps) => {
  const texts = useLibraryTexts();
  const [text, setText] = useState(search);
  const settled = useSettled(text.trim());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed goes into the address once it has settled.
  useEffect(() => {
    if (settled !== search) want({ search: settled }, search !== '');
  }, [settled]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going back brings what was looked for before.
  useEffect(() => {
    if (search !== text.trim()) setText(search);
  }, [search]);
  return (
    <>
      <div className="library-tools">
        <label className="open-search">
          <Search size={20} strokeWidth={1.75} aria-hidden="true" />
          <span className="unseen">{texts.search}</span>
          <input
            type="search"
            className="bare-field"
            placeholder={texts.search}
            maxLength={longestSearch}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <select
          className="field library-order"
          aria-label={texts.order}
          value={order}
          onChange={(event) => want({ order: event.target.value }, true)}
        >
          <option value="added">{texts.newest}</option>
          <option value="name">{texts.byName}</option>
        </select>
      </div>
      {tags.length > 0 && (
        <fieldset className="library-tags" aria-label={texts.tags}>
          {tags.map((each) => (
            <button
              key={each}
              type="button"
              className="pill"
              aria-pressed={each === tag}
              onClick={() => want({ tag: each === tag ? '' : each }, false)}
            >
              {each}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
};

const Library = () => {
  const all = useTexts();
  const texts = useLibraryTexts();
  const wanted = useWanted();
  const { known, hasFailed, isBusy, more, again } = useTitles(
    wanted.search,
    wanted.tag,
    wanted.order,
  );
  const { leftOut, start, uploads, isOver } = useArrivals(again);
  const tags = useTags(known?.total);
  const isSearching = wanted.search !== '' || wanted.tag !== '';
  const isEmpty = known?.total === 0 && !isSearching;
  const [haveFriends, setHaveFriends] = useState(false);
  const foundFriends = useCallback(() => setHaveFriends(true), []);
  const watchedByFriends = <WatchedByFriends onFound={foundFriends} />;
  const fromFriends = wanted.tag === '' && known !== undefined && (
    <FromFriends search={wanted.search} onFound={foundFriends} />
  );
  return (
    <>
      <header className="library-head">
        <div>
          <h1>{texts.title}</h1>
          <p>{texts.lead}</p>
        </div>
        <FilmFiles className="action library-upload" onChosen={start}>
          <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
          <span>{texts.upload}</span>
        </FilmFiles>
      </header>
      <UploadList uploads={uploads} leftOut={leftOut} onChosen={start} />
      {(!isEmpty || haveFriends) && known !== undefined && <Tools wanted={wanted} tags={tags} />}
      <p className="unseen" role="status">
        {known && texts.found(known.total)}
      </p>
      {hasFailed && (
        <div className="open-trouble">
          <Trouble text={texts.failed} />
          <button type="button" className="link-button" onClick={again}>
            {all.common.tryAgain}
          </button>
        </div>
      )}
      {known === undefined && !hasFailed && <div className="skeleton open-skeleton" />}
      {isEmpty && (
        <section className="open-nothing sheet" data-over={isOver}>
          <strong>{texts.noneTitle}</strong>
          <p>{texts.none}</p>
        </section>
      )}
      {known?.total === 0 && isSearching && (
        <section className="open-nothing sheet">
          <strong>{texts.notFound(wanted.search || wanted.tag)}</strong>
          <p>{texts.notFoundText}</p>
          <button
            type="button"
            className="pill"
            onClick={() => wanted.want({ search: '', tag: '' }, false)}
          >
            {texts.showAll}
          </button>
        </section>
      )}
      {!isSearching && !isEmpty && known !== undefined && (
        <Suspense>
          <GoOnShelf />
          <FriendsHere />
          {watchedByFriends}
          <ForYou />
          {fromFriends}
          <h2 className="library-all">{texts.all}</h2>
        </Suspense>
      )}
      {known !== undefined && known.total > 0 && (
        <ul className="titles" aria-label={texts.title}>
          {known.titles.map((title) => (
            <TitleCard key={title.id} title={title} />
          ))}
        </ul>
      )}
      {known !== undefined && known.titles.length < known.total && (
        <button
          type="button"
          className="pill open-more"
          disabled={isBusy}
          onClick={() => void more()}
        >
          {all.places.more}
        </button>
      )}
      {isEmpty && watchedByFriends}
      {(isSearching || isEmpty) && fromFriends}
      {isOver && <DropVeil />}
    </>
  );
};

/** The films and series of who is signed in. */
export const LibraryPage = () => {
  const texts = useLibraryTexts();
  const session = useSession();
  if (session.type === 'out') return <Redirect to="/sign-in?to=/library" replace />;
  return (
    <div className="home library">
      <title>{`${texts.title} · Matinee`}</title>
      <PageHead />
      <main aria-busy={session.type === 'unknown'}>
        {session.type === 'in' ? (
          <Library key={session.account.id} />
        ) : (
          <div className="skeleton open-skeleton" />
        )}
      </main>
    </div>
  );
};

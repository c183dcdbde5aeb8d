import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import { deleteFilm, filmPoster, type LibraryFilm, libraryFilm } from '../api/library';
import { clockText } from '../player/position';
import { useLanguage, useTexts } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { EditFilm } from './EditFilm';
import { FriendsFind } from './FriendsFind';
import { episodeName, goOnAt, lengthText, partText, seenOf, seenText } from './facts';
import { Poster } from './Poster';
import { PosterChoice } from './PosterChoice';
import { TagLinks } from './TagLinks';
import { SeenLine } from './TitleCard';
import { TitleFrame } from './TitleFrame';
import { useTitle } from './useTitle';
import { useWatch } from './useWatch';

const DeleteDialog = ({
  film,
  onClose,
}: {
  readonly film: LibraryFilm;
  readonly onClose: () => void;
}) => {
  const all = useTexts();
  const texts = useLibraryTexts();
  const [, go] = useLocation();
  const { isBusy, trouble, ask } = useAsking();
  const remove = async () => {
    if (await ask(() => asMe(deleteFilm(film.id)))) go('/library', { replace: true });
  };
  return (
    <Dialog title={texts.removeTitle(film.title)} onClose={onClose}>
      <p>{texts.removeText}</p>
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <button
          type="button"
          className="action danger"
          disabled={isBusy}
          onClick={() => void remove()}
        >
          {texts.remove}
        </button>
        <button type="button" className="pill" onClick={onClose}>
          {all.common.cancel}
        </button>
      </div>
    </Dialog>
  );
};

const Facts = ({ film }: { readonly film: LibraryFilm }) => {
  const texts = useLibraryTexts();
  const { language } = useLanguage();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(
    new Date(film.addedAt),
  );
  const facts = [
    film.year,
    film.lengthMs && lengthText(texts, film.lengthMs),
    film.from ? texts.from(film.from.name) : texts.added(day),
    seenText(texts, film),
  ];
  return <p className="title-facts numbers">{facts.filter(Boolean).join(' · ')}</p>;
};

const Watch = ({ film }: { readonly film: LibraryFilm }) => {
  const texts = useLibraryTexts();
  const { state, watch } = useWatch();
  const at = goOnAt(film);
  const evening = new URLSearchParams({ film: film.id, title: film.title });
  return (
    <>
      {state === 'failed' && <Trouble text={texts.noRoom} />}
      <div className="account-actions">
        {at !== undefined && (
          <button
            type="button"
            className="action"
            disabled={state === 'opening'}
            onClick={() => void watch(film, at)}
          >
            {texts.goOn(clockText(at))}
          </button>
        )}
        <button
          type="button"
          className={at === undefined ? 'action' : 'pill'}
          disabled={state === 'opening'}
          onClick={() => void watch(film)}
        >
          {state === 'opening' ? texts.opening : texts.watch}
        </button>
        <Link href={`/plan?${evening}`} className="pill">
          {texts.plan}
        </Link>
      </div>
    </>
  );
};

const Film = ({
  film,
  onChanged,
}: {
  readonly film: LibraryFilm;
  readonly onChanged: (film: LibraryFilm) => void;
}) => {
  const texts = useLibraryTexts();
  const [shown, setShown] = useState<'edit' | 'delete'>();
  const share = seenOf(film);
  const close = () => setShown(undefined);
  return (
    <article className="title-sheet">
      <div className="title-picture">
        <Poster title={film} />
        {share !== undefined && <SeenLine share={share} />}
      </div>
      <div className="title-words">
        {film.episode && (
          <p className="title-part">
            <Link href={`/library/series/${film.episode.series}`} className="link-button">
              {film.episode.name}
            </Link>
            <span>{partText(texts, film)}</span>
          </p>
        )}
        <h1>{episodeName(texts, film)}</h1>
        <Facts film={film} />
        {film.description && <p className="title-description">{film.description}</p>}
        {!film.from && <TagLinks tags={film.tags} />}
        <Watch film={film} />
        {!film.from && (
          <>
            {!film.episode && <FriendsFind title={film} onChanged={onChanged} />}
            <div className="title-owner">
              <button type="button" className="link-button" onClick={() => setShown('edit')}>
                {texts.edit}
              </button>
              <PosterChoice title={film} changes={filmPoster(film.id)} onChanged={onChanged} />
              <button
                type="button"
                className="link-button danger"
                onClick={() => setShown('delete')}
              >
                {texts.remove}
              </button>
            </div>
          </>
        )}
      </div>
      {shown === 'edit' && <EditFilm film={film} onChanged={onChanged} onClose={close} />}
      {shown === 'delete' && <DeleteDialog film={film} onClose={close} />}
    </article>
  );
};

/** A film of the person's library, or one that a friend lets the person find. */
export const FilmPage = ({ id }: { readonly id: string }) => {
  const { known, again, become } = useTitle(useMemo(() => libraryFilm(id), [id]));
  return (
    <TitleFrame path={`/library/films/${id}`} known={known} onAgain={again}>
      {(film) => <Film film={film} onChanged={become} />}
    </TitleFrame>
  );
};

import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { type LibraryFilm, librarySeries, type Series, seriesPoster } from '../api/library';
import { clockText } from '../player/position';
import { useLibraryTexts } from '../texts/library/texts';
import { Trouble } from '../ui/trouble';
import { EditSeries } from './EditSeries';
import { FriendsFind } from './FriendsFind';
import { episodeName, goOnAt, lengthText, nextEpisode, partText, seenOf, seenText } from './facts';
import { Poster } from './Poster';
import { PosterChoice } from './PosterChoice';
import { TagLinks } from './TagLinks';
import { SeenLine } from './TitleCard';
import { TitleFrame } from './TitleFrame';
import { useEpisodes } from './useEpisodes';
import { useTitle } from './useTitle';
import { useWatch } from './useWatch';

const EpisodeRow = ({ film }: { readonly film: LibraryFilm }) => {
  const texts = useLibraryTexts();
  const share = seenOf(film);
  const facts = [film.lengthMs && lengthText(texts, film.lengthMs), seenText(texts, film)];
  return (
    <li>
      <Link href={`/library/films/${film.id}`} className="episode">
        <span className="title-picture">
          <Poster title={film} />
          {share !== undefined && <SeenLine share={share} />}
        </span>
        <span className="episode-words">
          <strong>
            <span className="numbers">{film.episode?.number}</span> {episodeName(texts, film)}
          </strong>
          <small className="numbers">{facts.filter(Boolean).join(' · ')}</small>
          {film.description && <small className="episode-about">{film.description}</small>}
        </span>
      </Link>
    </li>
  );
};

const Next = ({ film }: { readonly film: LibraryFilm }) => {
  const texts = useLibraryTexts();
  const { state, watch } = useWatch();
  const at = goOnAt(film);
  const evening = new URLSearchParams({ film: film.id, title: film.title });
  return (
    <div className="series-next">
      <p>
        <strong>{texts.next}</strong>
        <span>{[partText(texts, film), film.name].filter(Boolean).join(' · ')}</span>
      </p>
      {state === 'failed' && <Trouble text={texts.noRoom} />}
      <div className="account-actions">
        <button
          type="button"
          className="action"
          disabled={state === 'opening'}
          aria-label={at === undefined ? texts.watchOf(film.title) : undefined}
          onClick={() => void watch(film, at)}
        >
          {at === undefined ? texts.watch : texts.goOn(clockText(at))}
        </button>
        <Link href={`/plan?${evening}`} className="pill">
          {texts.plan}
        </Link>
      </div>
    </div>
  );
};

const Seasons = ({ episodes }: { readonly episodes: readonly LibraryFilm[] }) => {
  const texts = useLibraryTexts();
  const seasons = Map.groupBy(episodes, ({ episode }) => episode?.season ?? 0);
  return [...seasons].map(([season, films]) => (
    <section key={season} className="season" aria-label={texts.season(season)}>
      <h2>{texts.season(season)}</h2>
      <ol className="episodes">
        {films.map((film) => (
          <EpisodeRow key={film.id} film={film} />
        ))}
      </ol>
    </section>
  ));
};

type SeriesSheetProps = {
  readonly series: Series;
  readonly onChanged: (series: Series) => void;
};

const SeriesSheet = ({ series, onChanged }: SeriesSheetProps) => {
  const texts = useLibraryTexts();
  const { episodes, hasFailed } = useEpisodes(series.id);
  const [isEditing, setEditing] = useState(false);
  const next = episodes && nextEpisode(episodes);
  const from = series.from && texts.from(series.from.name);
  const facts = [series.year, texts.episodes(series.episodes), from];
  return (
    <>
      <article className="title-sheet">
        <div className="title-picture">
          <Poster title={series} />
        </div>
        <div className="title-words">
          <h1>{series.name}</h1>
          <p className="title-facts numbers">{facts.filter(Boolean).join(' · ')}</p>
          {series.description && <p className="title-description">{series.description}</p>}
          {!series.from && <TagLinks tags={series.tags} />}
          {next && <Next film={next} />}
          {!series.from && (
            <>
              <FriendsFind title={series} onChanged={onChanged} />
              <div className="title-owner">
                <button type="button" className="link-button" onClick={() => setEditing(true)}>
                  {texts.edit}
                </button>
                <PosterChoice
                  title={series}
                  changes={seriesPoster(series.id)}
                  onChanged={onChanged}
                />
              </div>
            </>
          )}
        </div>
      </article>
      {hasFailed && <Trouble text={texts.failed} />}
      {episodes === undefined && !hasFailed && <div className="skeleton open-skeleton" />}
      {episodes && <Seasons episodes={episodes} />}
      {isEditing && (
        <EditSeries series={series} onChanged={onChanged} onClose={() => setEditing(false)} />
      )}
    </>
  );
};

/** A series of the person's library, or one that a friend lets the person find, with its seasons and episodes, and what comes next. */
export const SeriesPage = ({ id }: { readonly id: string }) => {
  const { known, again, become } = useTitle(useMemo(() => librarySeries(id), [id]));
  return (
    <TitleFrame path={`/library/series/${id}`} known={known} onAgain={again}>
      {(series) => <SeriesSheet series={series} onChanged={become} />}
    </TitleFrame>
  );
};

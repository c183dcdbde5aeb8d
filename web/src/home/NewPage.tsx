import { useEffect, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { createRoom } from '../api/rooms';
import type { FilmChoice } from '../room/port';
import { startingAt, startOf, startOfFilm } from '../room/startAt';
import { useTexts } from '../texts/language';
import { addressOf } from './address';
import { useVisit } from './useVisit';

/** The film that an address such as `/new?media=ADDRESS&title=T` asks for; `invalid` if its address is none. */
export const filmOfSearch = (search: string): FilmChoice | 'none' | 'invalid' => {
  const asked = new URLSearchParams(search);
  const media = asked.get('media');
  if (media === null || media === '') return 'none';
  const address = addressOf(media);
  if (address.type === 'invalid') return 'invalid';
  const title = asked.get('title')?.trim().slice(0, 200);
  return title ? { ...address, title } : address;
};

// A page drawn twice for the same visit must still open one room.
const opening = new Map<string, ReturnType<typeof createRoom>>();

const openOnce = (visit: string, film: FilmChoice | undefined) => {
  const known = opening.get(visit) ?? createRoom(film);
  opening.set(visit, known);
  return known;
};

/** Opens a room at once and goes there, with the film at `&at=SECONDS`, or where its address says, so that it can stand in a bookmark; Back does not open another. */
export const NewPage = () => {
  const texts = useTexts();
  const search = useSearch();
  const visitRoom = useVisit();
  const [tries, setTries] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const film = filmOfSearch(search);
  useEffect(() => {
    const asked = filmOfSearch(search);
    if (asked === 'invalid') return;
    const visit = `${search} ${tries}`;
    let wanted = true;
    const chosen = asked === 'none' ? undefined : asked;
    void openOnce(visit, chosen).then((result) => {
      if (!wanted) return;
      opening.delete(visit);
      if (result.type !== 'done') setFailed(true);
      else
        visitRoom(startingAt(result.value, startOf(search) ?? startOfFilm(chosen)), {
          replace: true,
        });
    });
    return () => {
      wanted = false;
    };
  }, [search, tries, visitRoom]);
  const retry = () => {
    setFailed(false);
    setTries(tries + 1);
  };
  const isInvalid = film === 'invalid';
  return (
    <main className="full-page">
      <section className="notice sheet" aria-busy={!isInvalid && !hasFailed}>
        <h1>{isInvalid || hasFailed ? texts.home.noRoom : texts.home.opening}</h1>
        {isInvalid && <p>{texts.home.badAddress}</p>}
        {!isInvalid && !hasFailed && <div className="skeleton opening-skeleton" />}
        {hasFailed && (
          <button type="button" className="action" onClick={retry}>
            {texts.common.tryAgain}
          </button>
        )}
        {(isInvalid || hasFailed) && (
          <Link href="/" className="link-button">
            {texts.failed.toHome}
          </Link>
        )}
      </section>
    </main>
  );
};

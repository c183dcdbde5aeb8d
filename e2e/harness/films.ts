import {
  dashFilm,
  eveningFilm,
  film,
  filmWithIntro,
  hlsFilm,
  longOldFilm,
  numberedStream,
  oldFilm,
  smallFilm,
} from './film.ts';

/** Makes every film before the first story, so that no two stories make the same one at the same time. */
export default function makeFilms(): void {
  for (const make of [
    film,
    filmWithIntro,
    smallFilm,
    hlsFilm,
    dashFilm,
    eveningFilm,
    numberedStream,
    oldFilm,
    longOldFilm,
  ])
    make();
}

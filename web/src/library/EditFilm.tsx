import { type FormEvent, useState } from 'react';
import { Field } from '../account/Field';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import { describeFilm, type LibraryFilm, type Placing } from '../api/library';
import { useTexts } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { DetailsFields, detailsOf, typedOf } from './DetailsFields';

type Place = { readonly series: string; readonly season: string; readonly number: string };

const wholeOf = (text: string, most: number): number | undefined =>
  /^\d{1,4}$/u.test(text.trim()) && Number(text) <= most ? Number(text) : undefined;

/** Where the film is to be; nothing where it is no episode, `invalid` where the numbers are none. */
const placingOf = ({ series, season, number }: Place): Placing | 'invalid' | undefined => {
  if (series.trim() === '') return undefined;
  const inSeason = wholeOf(season, 999);
  const at = wholeOf(number, 9999);
  if (inSeason === undefined || at === undefined) return 'invalid';
  return { series: series.trim(), season: inSeason, number: at };
};

type PlaceFieldsProps = {
  readonly place: Place;
  readonly trouble: string | undefined;
  readonly onPlace: (place: Place) => void;
};

const PlaceFields = ({ place, trouble, onPlace }: PlaceFieldsProps) => {
  const texts = useLibraryTexts();
  return (
    <>
      <Field
        label={texts.inSeries}
        hint={texts.inSeriesHint}
        maxLength={200}
        value={place.series}
        onValue={(series) => onPlace({ ...place, series })}
      />
      {place.series.trim() !== '' && (
        <div className="place-fields">
          <Field
            label={texts.seasonField}
            inputMode="numeric"
            maxLength={3}
            value={place.season}
            onValue={(season) => onPlace({ ...place, season })}
          />
          <Field
            label={texts.episodeField}
            inputMode="numeric"
            maxLength={4}
            value={place.number}
            onValue={(number) => onPlace({ ...place, number })}
          />
        </div>
      )}
      {trouble && <Trouble text={trouble} />}
    </>
  );
};

type EditFilmProps = {
  readonly film: LibraryFilm;
  readonly onChanged: (film: LibraryFilm) => void;
  readonly onClose: () => void;
};

/** Says what a film is, and which part of what. */
export const EditFilm = ({ film, onChanged, onClose }: EditFilmProps) => {
  const all = useTexts();
  const texts = useLibraryTexts();
  const [typed, setTyped] = useState(() => typedOf(film));
  const [place, setPlace] = useState<Place>({
    series: film.episode?.name ?? '',
    season: `${film.episode?.season ?? 1}`,
    number: `${film.episode?.number ?? 1}`,
  });
  const [troubles, setTroubles] = useState<{ name?: string; year?: string; place?: string }>({});
  const { isBusy, trouble, ask } = useAsking();
  const save = async () => {
    const said = detailsOf(typed);
    const placing = placingOf(place);
    const isNameless = typed.name.trim() === '' && placing === undefined;
    setTroubles({
      ...(isNameless ? { name: texts.noName } : {}),
      ...(said === undefined ? { year: texts.badYear } : {}),
      ...(placing === 'invalid' ? { place: texts.badNumber } : {}),
    });
    if (said === undefined || placing === 'invalid' || isNameless) return;
    const isDone = await ask(async () => {
      const result = await asMe(describeFilm(film.id, said, placing));
      if (result.type === 'done') onChanged(result.value);
      return result;
    });
    if (isDone) onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog title={texts.editTitle} onClose={onClose}>
      <form className="account-form" onSubmit={onSubmit} noValidate>
        <DetailsFields
          typed={typed}
          nameHint={place.series.trim() === '' ? undefined : texts.nameHint}
          troubles={troubles}
          onTyped={setTyped}
        />
        <PlaceFields place={place} trouble={troubles.place} onPlace={setPlace} />
        {trouble && <Trouble text={trouble} />}
        <div className="account-actions">
          <button type="submit" className="action" disabled={isBusy}>
            {texts.save}
          </button>
          <button type="button" className="pill" onClick={onClose}>
            {all.common.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

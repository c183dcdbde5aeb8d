import { Upload } from 'lucide-react';
import { type FormEvent, useCallback, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Field } from '../account/Field';
import { Framed } from '../account/Framed';
import { textOfFailure } from '../account/failure';
import { asMe, useSession } from '../account/session';
import type { AsMe } from '../api/people';
import { planScreening, planSeries, type WallTime } from '../api/screenings';
import { wallNowMs } from '../device/clock';
import { textOfInvalid } from '../home/address';
import type { FilmChoice } from '../room/port';
import { useTexts } from '../texts/language';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';
import { DropVeil } from '../uploads/DropVeil';
import { FilmFiles } from '../uploads/FilmFiles';
import type { Goal } from '../uploads/item';
import { drop } from '../uploads/store';
import { UploadList } from '../uploads/UploadList';
import { useDroppedFiles } from '../uploads/useDroppedFiles';
import { useUploading } from '../uploads/useUploading';
import { useUploads } from '../uploads/useUploads';
import { EveryField } from './EveryField';
import { FilmsField } from './FilmsField';
import { failureKind } from './failureKind';
import { countOf, filmsOf } from './films';
import { PlannedFilm } from './PlannedFilm';
import { TimeField } from './TimeField';
import { localOf, nextEveningMs, ownZone } from './wallTime';
import './screenings.css';

type Troubles = {
  readonly film?: string | undefined;
  readonly time?: string | undefined;
  readonly other?: string | undefined;
};

/** Plans one evening, or one for each film, as `everyDays` says; gives the page of the first. */
const planned =
  (films: readonly FilmChoice[], time: WallTime, everyDays: number): AsMe<string> =>
  async (access) => {
    const [film, ...others] = films;
    const result =
      film !== undefined && others.length === 0
        ? await planScreening(film, time)(access)
        : await planSeries(films, time, everyDays)(access);
    if (result.type !== 'done') return result;
    const first = 'screenings' in result.value ? result.value.screenings[0] : result.value;
    return { type: 'done', value: first?.path ?? '/screenings' };
  };

const evening: Goal = { type: 'evening' };

/** The rooms are made by the server that has the plans. */
const here = async () => '';

/** Films of this device on their way to the evening, which are there once they are uploaded. */
const useUploadedFilms = () => {
  const uploads = useUploads(evening);
  const { leftOut, start } = useUploading(
    here,
    useCallback(() => evening, []),
  );
  const films = uploads.flatMap(({ stage }) => (stage.type === 'done' ? [stage.film] : []));
  return { uploads, films, leftOut, start };
};

type UploadChoice = Extract<FilmChoice, { readonly type: 'upload' }>;

/** The film of the library that an address such as `?film=ID&title=TITLE` names. */
const chosenFilm = (search: string): UploadChoice | undefined => {
  const asked = new URLSearchParams(search);
  const film = asked.get('film') ?? '';
  const title = asked.get('title')?.trim().slice(0, 200) ?? '';
  return film === '' || title === '' ? undefined : { type: 'upload', film, title };
};

const PlanForm = () => {
  const all = useTexts();
  const texts = useScreeningTexts();
  const [, navigate] = useLocation();
  const search = useSearch();
  const chosen = chosenFilm(search);
  const [film, setFilm] = useState('');
  const [name, setName] = useState('');
  const [local, setLocal] = useState(() => localOf(nextEveningMs(wallNowMs())));
  const [everyDays, setEveryDays] = useState(7);
  const { uploads, films, leftOut, start } = useUploadedFilms();
  const isOver = useDroppedFiles(start);
  const isSeries = uploads.length + countOf(film, chosen ? [chosen] : []) > 1;
  const [isBusy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<Troubles>({});
  const plan = async () => {
    const wanted = filmsOf(film, name.trim(), chosen ? [chosen, ...films] : films);
    const time = local === '' ? texts.noTime : undefined;
    if (films.length < uploads.length) {
      setTroubles({ film: texts.stillUploading });
      return;
    }
    setTroubles({
      film: wanted.type === 'invalid' ? textOfInvalid(all, wanted) : undefined,
      time,
    });
    if (wanted.type === 'invalid' || time !== undefined) return;
    setBusy(true);
    const result = await asMe(planned(wanted.films, { local, zone: ownZone() }, everyDays));
    setBusy(false);
    if (result.type === 'done') {
      uploads.forEach(drop);
      navigate(result.value);
    } else if (failureKind(result) === 'invalid-field') setTroubles({ time: texts.timeOver });
    else if (failureKind(result) === 'too-many-screenings') setTroubles({ other: texts.tooMany });
    else setTroubles({ other: textOfFailure(all, result, texts.signInFirst) });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void plan();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      {chosen ? (
        <PlannedFilm {...chosen} />
      ) : (
        <FilmsField text={film} trouble={troubles.film} onText={setFilm} />
      )}
      <FilmFiles className="pill plan-upload" onChosen={start}>
        <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.upload}
      </FilmFiles>
      <UploadList uploads={uploads} leftOut={leftOut} onChosen={start} />
      <Field
        label={texts.name}
        hint={chosen ? texts.ownNameHint : texts.nameHint}
        maxLength={200}
        value={name}
        onValue={setName}
      />
      <TimeField local={local} trouble={troubles.time} onLocal={setLocal} />
      {isSeries && <EveryField everyDays={everyDays} onEveryDays={setEveryDays} />}
      {troubles.other && <Trouble text={troubles.other} />}
      <button type="submit" className="action" disabled={isBusy}>
        {isBusy ? texts.planning : texts.plan}
      </button>
      {isOver && <DropVeil />}
    </form>
  );
};

/** Plans an evening, for who is signed in. */
export const PlanPage = () => {
  const texts = useScreeningTexts();
  const session = useSession();
  const search = useSearch();
  const here = `/plan${search === '' ? '' : `?${search}`}`;
  return (
    <Framed title={texts.planTitle} lead={texts.planLead}>
      {session.type === 'out' ? (
        <>
          <p>{texts.signInFirst}</p>
          <Link href={`/sign-in?to=${encodeURIComponent(here)}`} className="action">
            {texts.signIn}
          </Link>
        </>
      ) : (
        <>
          <PlanForm />
          <p className="account-other">
            <Link href="/screenings" className="link-button">
              {texts.mineTitle}
            </Link>
          </p>
        </>
      )}
    </Framed>
  );
};

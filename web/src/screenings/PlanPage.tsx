import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Field } from '../account/Field';
import { Framed } from '../account/Framed';
import { textOfFailure } from '../account/failure';
import { asMe, useSession } from '../account/session';
import { planScreening } from '../api/screenings';
import { wallNowMs } from '../device/clock';
import { addressOf, textOfInvalid } from '../home/address';
import { useTexts } from '../texts/language';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';
import { failureKind } from './failureKind';
import { TimeField } from './TimeField';
import { localOf, nextEveningMs, ownZone } from './wallTime';

type Troubles = {
  readonly film?: string | undefined;
  readonly time?: string | undefined;
  readonly other?: string | undefined;
};

const PlanForm = () => {
  const all = useTexts();
  const texts = useScreeningTexts();
  const [, navigate] = useLocation();
  const [film, setFilm] = useState('');
  const [name, setName] = useState('');
  const [local, setLocal] = useState(() => localOf(nextEveningMs(wallNowMs())));
  const [isBusy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<Troubles>({});
  const plan = async () => {
    const address = addressOf(film);
    const time = local === '' ? texts.noTime : undefined;
    setTroubles({ film: textOfInvalid(all, address), time });
    if (address.type === 'invalid' || time !== undefined) return;
    setBusy(true);
    const title = name.trim() === '' ? address.title : name.trim();
    const result = await asMe(planScreening({ ...address, title }, { local, zone: ownZone() }));
    setBusy(false);
    if (result.type === 'done') navigate(result.value.path);
    else if (failureKind(result) === 'invalid-field') setTroubles({ time: texts.timeOver });
    else if (failureKind(result) === 'too-many-screenings') setTroubles({ other: texts.tooMany });
    else setTroubles({ other: textOfFailure(all, result, texts.signInFirst) });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void plan();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Field
        label={texts.film}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder={all.home.placeholder}
        value={film}
        trouble={troubles.film}
        onValue={setFilm}
      />
      <Field
        label={texts.name}
        hint={texts.nameHint}
        maxLength={200}
        value={name}
        onValue={setName}
      />
      <TimeField local={local} trouble={troubles.time} onLocal={setLocal} />
      {troubles.other && <Trouble text={troubles.other} />}
      <button type="submit" className="action" disabled={isBusy}>
        {isBusy ? texts.planning : texts.plan}
      </button>
    </form>
  );
};

/** Plans an evening, for who is signed in. */
export const PlanPage = () => {
  const texts = useScreeningTexts();
  const session = useSession();
  return (
    <Framed title={texts.planTitle} lead={texts.planLead}>
      {session.type === 'out' ? (
        <>
          <p>{texts.signInFirst}</p>
          <Link href="/sign-in?to=/plan" className="action">
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

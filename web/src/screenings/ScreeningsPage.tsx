import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { asMe, useSession } from '../account/session';
import { myScreenings, type Screening } from '../api/screenings';
import { PageHead } from '../app/PageHead';
import { useLanguage } from '../texts/language';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';
import { CalendarFeed } from './CalendarFeed';
import { inOrder } from './inOrder';
import { dayAndTime } from './wallTime';
import '../home/home.css';
import '../openRooms/openRooms.css';
import './screenings.css';

const Row = ({ screening }: { readonly screening: Screening }) => {
  const texts = useScreeningTexts();
  const { language } = useLanguage();
  const { state } = screening;
  return (
    <li>
      <Link href={screening.path} className="screening-row sheet" data-state={state}>
        <strong>{screening.title}</strong>
        <span className="numbers">{dayAndTime(screening.startsAt, language)}</span>
        <span>{state === 'planned' ? texts.by(screening.by) : texts[state]}</span>
      </Link>
    </li>
  );
};

const Mine = () => {
  const texts = useScreeningTexts();
  const [screenings, setScreenings] = useState<readonly Screening[]>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    void asMe(myScreenings).then((result) => {
      if (!wanted) return;
      setFailed(result.type !== 'done');
      if (result.type === 'done') setScreenings(inOrder(result.value.screenings));
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (hasFailed) return <Trouble text={texts.failed} />;
  if (screenings?.length === 0) {
    return (
      <section className="open-nothing sheet">
        <strong>{texts.none}</strong>
        <p>{texts.noneText}</p>
      </section>
    );
  }
  return (
    <ul className="screening-rows">
      {screenings?.map((screening) => (
        <Row key={screening.screening} screening={screening} />
      ))}
    </ul>
  );
};

/** The evenings that the person has planned or answered. */
export const ScreeningsPage = () => {
  const texts = useScreeningTexts();
  const session = useSession();
  return (
    <div className="home">
      <title>{`${texts.mineTitle} · Matinee`}</title>
      <PageHead />
      <main>
        <h1>{texts.mineTitle}</h1>
        {session.type === 'out' ? (
          <Link href="/sign-in?to=/screenings" className="action screenings-plan">
            {texts.signIn}
          </Link>
        ) : (
          <>
            <Mine />
            <Link href="/plan" className="action screenings-plan">
              {texts.planTitle}
            </Link>
            <CalendarFeed />
          </>
        )}
      </main>
    </div>
  );
};

import { CalendarPlus } from 'lucide-react';
import { Link } from 'wouter';
import { calendarOf, type Screening } from '../api/screenings';
import { PageHead } from '../app/PageHead';
import { useTicks, wallNowMs } from '../device/clock';
import { Poster } from '../library/Poster';
import { useLanguage } from '../texts/language';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';
import { Answers } from './Answers';
import { leftOf } from './countdown';
import { OwnerTools } from './OwnerTools';
import { OwnLink } from './OwnLink';
import { Sittings } from './Sittings';
import { useScreening } from './useScreening';
import { dayAndTime, ownZone } from './wallTime';
import '../home/home.css';
import '../account/account.css';
import './screenings.css';

const Countdown = ({ startsAt }: { readonly startsAt: string }) => {
  const texts = useScreeningTexts();
  useTicks(true, 250);
  const leftMs = Date.parse(startsAt) - wallNowMs();
  if (leftMs <= 0) return <p className="screening-state">{texts.anyMoment}</p>;
  const { days, clock } = leftOf(leftMs);
  return (
    <div className="countdown" role="timer">
      <span>{texts.beginsIn}</span>
      {days > 0 && <strong>{texts.days(days)}</strong>}
      <strong className="numbers">{clock}</strong>
    </div>
  );
};

const WhenText = ({ screening }: { readonly screening: Screening }) => {
  const texts = useScreeningTexts();
  const { language } = useLanguage();
  const { startsAt, zone, wall } = screening;
  return (
    <>
      <p className="screening-when numbers">{dayAndTime(startsAt, language)}</p>
      {zone !== ownZone() && (
        <p className="hint">
          {texts.inTheirZone(dayAndTime(startsAt, language, zone), zone.replaceAll('_', ' '))}
        </p>
      )}
      {wall === 'skipped' && (
        <p className="hint">{texts.skipped(dayAndTime(startsAt, language, zone))}</p>
      )}
      {wall === 'twice' && <p className="hint">{texts.twice}</p>}
    </>
  );
};

const StateText = ({ screening }: { readonly screening: Screening }) => {
  const texts = useScreeningTexts();
  return screening.state === 'planned' ? (
    <Countdown startsAt={screening.startsAt} />
  ) : (
    <p className="screening-state" role="status">
      {texts[screening.state]}
    </p>
  );
};

const wayIn = {
  planned: 'comeIn',
  begun: 'joinNow',
  ended: 'toRoom',
} as const;

const Lobby = ({
  screening,
  take,
}: {
  readonly screening: Screening;
  readonly take: ReturnType<typeof useScreening>['take'];
}) => {
  const texts = useScreeningTexts();
  const isAhead = screening.state === 'planned';
  return (
    <>
      {screening.poster && (
        <span className="title-picture screening-poster">
          <Poster title={{ id: screening.screening, poster: screening.poster }} />
        </span>
      )}
      <h1>{screening.title}</h1>
      {screening.by !== '' && <p className="home-lead">{texts.by(screening.by)}</p>}
      <WhenText screening={screening} />
      <StateText screening={screening} />
      <div className="screening-ways">
        {screening.state !== 'off' && (
          <Link href={`/r/${screening.room}`} className="action">
            {texts[wayIn[screening.state]]}
          </Link>
        )}
        {isAhead && (
          <a className="pill" href={calendarOf(screening.screening)} download="matinee.ics">
            <CalendarPlus size={18} strokeWidth={1.75} aria-hidden="true" />
            {texts.calendar}
          </a>
        )}
      </div>
      {isAhead && screening.mine && <OwnLink path={screening.path} label={texts.link} />}
      <Answers screening={screening} take={take} />
      <Sittings screening={screening} />
      {isAhead && screening.mine && <OwnerTools screening={screening} take={take} />}
    </>
  );
};

/** A planned evening, for whoever has its link: when it begins, who comes, and the way in. */
export const ScreeningPage = ({ id }: { readonly id: string }) => {
  const texts = useScreeningTexts();
  const { screening, trouble, take } = useScreening(id);
  return (
    <div className="home screening">
      <title>{`${screening?.title ?? texts.planTitle} · Matinee`}</title>
      <PageHead />
      <main>
        {trouble === 'unknown' && (
          <>
            <h1>{texts.unknown}</h1>
            <p className="home-lead">{texts.unknownText}</p>
          </>
        )}
        {trouble === 'offline' && <Trouble text={texts.offline} />}
        {screening && trouble !== 'unknown' && <Lobby screening={screening} take={take} />}
      </main>
    </div>
  );
};

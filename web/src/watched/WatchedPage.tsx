import { useRef, useState } from 'react';
import { Link, Redirect } from 'wouter';
import { useSession } from '../account/session';
import type { Viewing } from '../api/viewings';
import { PageHead } from '../app/PageHead';
import { useLanguage, useTexts } from '../texts/language';
import { useWatchedTexts } from '../texts/watched/texts';
import { Dialog } from '../ui/dialog';
import { Trouble } from '../ui/trouble';
import { Choices } from './Choices';
import { daysOf } from './days';
import { useGoOn } from './useGoOn';
import { useViewings } from './useViewings';
import { WatchedRow } from './WatchedRow';
import '../account/account.css';
import './watched.css';

const ForgetAll = ({
  onForget,
  onClose,
}: {
  readonly onForget: () => Promise<boolean>;
  readonly onClose: () => void;
}) => {
  const all = useTexts();
  const texts = useWatchedTexts();
  return (
    <Dialog title={texts.forgetAllTitle} onClose={onClose}>
      <p>{texts.forgetAllText}</p>
      <div className="account-actions">
        <button
          type="button"
          className="action danger"
          onClick={() => void onForget().then(onClose)}
        >
          {texts.forgetAll}
        </button>
        <button type="button" className="pill" onClick={onClose}>
          {all.common.cancel}
        </button>
      </div>
    </Dialog>
  );
};

const Nothing = () => {
  const texts = useWatchedTexts();
  return (
    <section className="watched-nothing sheet">
      <strong>{texts.noneTitle}</strong>
      <p>{texts.none}</p>
      <Link href="/" className="action">
        {texts.begin}
      </Link>
    </section>
  );
};

type DayProps = {
  readonly title: string;
  readonly viewings: readonly Viewing[];
  readonly onForget: (id: string) => void;
};

const Day = ({ title, viewings, onForget }: DayProps) => {
  const { opening, failed, goOn } = useGoOn();
  return (
    <section className="sheet account-section" aria-label={title}>
      <h2>{title}</h2>
      <ul className="watched-list">
        {viewings.map((viewing) => (
          <WatchedRow
            key={viewing.id}
            viewing={viewing}
            isBusy={opening !== undefined}
            hasFailed={failed === viewing.id}
            onGoOn={() => void goOn(viewing)}
            onForget={() => onForget(viewing.id)}
          />
        ))}
      </ul>
    </section>
  );
};

const Content = () => {
  const all = useTexts();
  const texts = useWatchedTexts();
  const { language } = useLanguage();
  const { known, isBusy, trouble, more, forget, forgetAll, keep, show } = useViewings();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const forgetOne = async (viewing: Viewing | undefined) => {
    if (viewing === undefined || !(await forget(viewing.id))) return;
    setSaid(texts.forgotten(viewing.media.title));
    list.current?.focus();
  };
  const shown = known?.viewings ?? [];
  return (
    <>
      {trouble && (
        <div className="watched-trouble">
          <Trouble text={trouble} />
          {known === undefined && (
            <button type="button" className="link-button" onClick={() => void more()}>
              {all.common.tryAgain}
            </button>
          )}
        </div>
      )}
      <p className="unseen" role="status">
        {said}
      </p>
      {known === undefined && !trouble && <div className="skeleton account-skeleton" />}
      {known?.total === 0 && <Nothing />}
      <div className="watched-days" ref={list} tabIndex={-1}>
        {daysOf(shown, language).map(({ title, viewings }) => (
          <Day
            key={title}
            title={title}
            viewings={viewings}
            onForget={(id) => void forgetOne(viewings.find((each) => each.id === id))}
          />
        ))}
      </div>
      {known && shown.length < known.total && (
        <button
          type="button"
          className="pill watched-more"
          disabled={isBusy}
          onClick={() => void more()}
        >
          {all.places.more}
        </button>
      )}
      {known && (
        <div className="sheet account-section">
          <Choices kept={known.kept} shown={known.shown} onKeep={keep} onShow={show} />
          {known.total > 0 && (
            <div className="account-actions">
              <button type="button" className="pill danger" onClick={() => setAsking(true)}>
                {texts.forgetAll}
              </button>
            </div>
          )}
        </div>
      )}
      {isAsking && <ForgetAll onForget={forgetAll} onClose={() => setAsking(false)} />}
    </>
  );
};

/** What the person has watched, day by day, to go on with or to forget. */
export const WatchedPage = () => {
  const texts = useWatchedTexts();
  const session = useSession();
  if (session.type === 'out') return <Redirect to="/sign-in?to=/watched" replace />;
  return (
    <div className="account watched">
      <title>{`${texts.title} · Matinee`}</title>
      <PageHead />
      <main aria-busy={session.type === 'unknown'}>
        <div className="account-head">
          <h1>{texts.title}</h1>
        </div>
        {session.type === 'in' ? (
          <Content key={session.account.id} />
        ) : (
          <div className="skeleton account-skeleton" />
        )}
      </main>
    </div>
  );
};

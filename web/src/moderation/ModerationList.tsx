import { ArrowRight } from 'lucide-react';
import type { Deed } from '../api/moderation';
import { localeOf, useLanguage, useTexts } from '../texts/language';
import { useModerationTexts } from '../texts/moderation/texts';
import { Trouble } from '../ui/trouble';
import { type Change, changesOf, deedText } from './deedText';
import { useModeration } from './useModeration';
import './moderation.css';

const ChangeLine = ({ change: { what, before, after } }: { readonly change: Change }) => (
  <p className="deed-change">
    {what !== '' && <span>{what}</span>}
    {before !== '' && (
      <>
        <del>{before}</del>
        <ArrowRight size={14} strokeWidth={1.75} aria-hidden="true" />
      </>
    )}
    <ins>{after}</ins>
  </p>
);

const DeedRow = ({ deed }: { readonly deed: Deed }) => {
  const texts = useModerationTexts();
  const { language } = useLanguage();
  const date = new Intl.DateTimeFormat(localeOf(language, navigator.languages), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <li className="deed">
      <strong>{deedText(texts, deed)}</strong>
      {changesOf(texts, deed).map((change) => (
        <ChangeLine key={change.what} change={change} />
      ))}
      <time className="numbers" dateTime={deed.at}>
        {date.format(new Date(deed.at))}
      </time>
    </li>
  );
};

/** What was done to keep order in a room, the newest first, for its host and owner. */
export const ModerationList = ({ roomId }: { readonly roomId: string }) => {
  const texts = useModerationTexts();
  const { tryAgain } = useTexts().common;
  const { type, deeds, hasMore, load } = useModeration(roomId);
  if (type === 'loading')
    return <div className="skeleton deeds-skeleton" role="status" aria-label={texts.loading} />;
  if (type === 'failed')
    return (
      <div className="deeds-empty">
        <Trouble text={texts.notLoaded} />
        <button type="button" className="pill" onClick={() => void load(deeds)}>
          {tryAgain}
        </button>
      </div>
    );
  if (deeds.length === 0)
    return (
      <div className="deeds-empty">
        <strong>{texts.empty}</strong>
        <p>{texts.emptyText}</p>
      </div>
    );
  return (
    <>
      <p className="deeds-lead">{texts.lead}</p>
      <ul className="deeds" aria-label={texts.list}>
        {deeds.map((deed) => (
          <DeedRow key={deed.number} deed={deed} />
        ))}
      </ul>
      {hasMore && (
        <button type="button" className="pill" onClick={() => void load(deeds)}>
          {texts.more}
        </button>
      )}
    </>
  );
};

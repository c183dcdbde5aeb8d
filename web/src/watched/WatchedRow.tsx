import { isLivePosition } from '@matinee/link/live';
import type { Viewing } from '../api/viewings';
import { clockText } from '../player/position';
import { useLanguage } from '../texts/language';
import type { WatchedTexts } from '../texts/watched/en';
import { useWatchedTexts } from '../texts/watched/texts';
import { Trouble } from '../ui/trouble';
import { isSeen, shareOf } from './progress';

/** How far one came, in words; nothing of what was live. */
export const stoppedText = (texts: WatchedTexts, viewing: Viewing): string | undefined => {
  const { positionMs, media } = viewing;
  if (isLivePosition(positionMs)) return undefined;
  if (isSeen(viewing)) return texts.seen;
  const position = clockText(positionMs);
  return media.lengthMs === undefined
    ? texts.stopped(position)
    : texts.stoppedOf(position, clockText(media.lengthMs));
};

/** With whom one watched, in words; nothing if one was alone. */
export const useCompanyText = (company: readonly string[]): string | undefined => {
  const texts = useWatchedTexts();
  const { language } = useLanguage();
  const names = new Intl.ListFormat(language, { type: 'conjunction' });
  return company.length === 0 ? undefined : texts.with(names.format(company));
};

/** A line that shows how much of the film one has seen. */
export const Seen = ({ viewing }: { readonly viewing: Viewing }) => {
  const share = shareOf(viewing);
  return (
    share !== undefined && (
      <span className="watched-share" aria-hidden="true">
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
    )
  );
};

type WatchedRowProps = {
  readonly viewing: Viewing;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly onGoOn: () => void;
  readonly onForget: () => void;
};

/** A film that the person watched in a room. */
export const WatchedRow = ({ viewing, isBusy, hasFailed, onGoOn, onForget }: WatchedRowProps) => {
  const texts = useWatchedTexts();
  const company = useCompanyText(viewing.with);
  const stopped = stoppedText(texts, viewing);
  const { title } = viewing.media;
  const isOver = isSeen(viewing);
  return (
    <li>
      <span className="watched-words">
        <strong>{title}</strong>
        {company && <small>{company}</small>}
        {stopped && <small className="numbers">{stopped}</small>}
        <Seen viewing={viewing} />
        {hasFailed && <Trouble text={texts.noRoom} />}
      </span>
      <span className="watched-actions">
        <button
          type="button"
          className="pill"
          disabled={isBusy}
          aria-label={isOver ? texts.againWith(title) : texts.goOnWith(title)}
          onClick={onGoOn}
        >
          {isOver ? texts.again : texts.goOn}
        </button>
        <button
          type="button"
          className="link-button"
          aria-label={texts.forgetOne(title)}
          onClick={onForget}
        >
          {texts.forget}
        </button>
      </span>
    </li>
  );
};

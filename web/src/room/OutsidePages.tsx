import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { createRoom } from '../api/rooms';
import { useVisit } from '../home/useVisit';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import type { Outside } from './view';

type NoticeProps = {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
};

/** A page that says one thing, and what to do about it. */
export const Notice = ({ title, text, children }: NoticeProps) => {
  const texts = useTexts();
  return (
    <main className="full-page">
      <section className="notice sheet">
        <Link href="/" className="wordmark" aria-label={texts.common.home}>
          Matinee
        </Link>
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </section>
    </main>
  );
};

/** Stands where a room should be and is not, and offers a new one. */
export const UnknownRoomPage = () => {
  const texts = useTexts();
  const visit = useVisit();
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle');
  const open = async () => {
    setState('opening');
    const result = await createRoom();
    if (result.type === 'done') visit(result.value);
    else setState('failed');
  };
  return (
    <Notice title={texts.room.unknownTitle} text={texts.room.unknownText}>
      {state === 'failed' && <Trouble text={texts.home.noRoom} />}
      <button
        type="button"
        className="action"
        disabled={state === 'opening'}
        onClick={() => void open()}
      >
        {texts.room.makeNew}
      </button>
    </Notice>
  );
};

/** Shown when the same person opened the room elsewhere. */
export const ReplacedPage = ({ onWatchHere }: { readonly onWatchHere: () => void }) => {
  const texts = useTexts().room;
  return (
    <Notice title={texts.replacedTitle} text={texts.replacedText}>
      <button type="button" className="action" onClick={onWatchHere}>
        {texts.watchHere}
      </button>
    </Notice>
  );
};

/** Shown when there is no way in for now, and says what would open one. */
export const NoEntryPage = ({
  why,
  onTryAgain,
}: {
  readonly why: Outside;
  readonly onTryAgain: () => void;
}) => {
  const texts = useTexts();
  return (
    <Notice title={texts.outside[why].title} text={texts.outside[why].text}>
      <button type="button" className="action" onClick={onTryAgain}>
        {texts.common.tryAgain}
      </button>
    </Notice>
  );
};

import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import { keepViewings, showViewings, type Viewings, viewings } from '../api/viewings';
import { useWatchedTexts } from '../texts/watched/texts';
import { Trouble } from '../ui/trouble';
import { Choices } from './Choices';
import './watched.css';

/** Of the account: whether what the person watches is remembered and seen by friends, and the way to it. */
export const KeepingSection = () => {
  const texts = useWatchedTexts();
  const [known, setKnown] = useState<Pick<Viewings, 'kept' | 'shown'>>();
  const { ask, trouble } = useAsking();
  useEffect(() => {
    void ask(async () => {
      const result = await asMe(viewings(0));
      if (result.type === 'done') setKnown(result.value);
      return result;
    });
  }, [ask]);
  const keep = async (kept: boolean) => {
    if (await ask(() => asMe(keepViewings(kept)))) setKnown((it) => it && { ...it, kept });
  };
  const show = async (shown: boolean) => {
    if (await ask(() => asMe(showViewings(shown)))) setKnown((it) => it && { ...it, shown });
  };
  return (
    <section className="sheet account-section" aria-labelledby="watched">
      <h2 id="watched">{texts.title}</h2>
      {known && <Choices {...known} onKeep={keep} onShow={show} />}
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <Link href="/watched" className="pill">
          {texts.all}
        </Link>
      </div>
    </section>
  );
};

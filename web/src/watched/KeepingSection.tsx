import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import { keepViewings, viewings } from '../api/viewings';
import { useWatchedTexts } from '../texts/watched/texts';
import { Trouble } from '../ui/trouble';
import { Keeping } from './Keeping';
import './watched.css';

/** Of the account: whether what the person watches is remembered, and the way to it. */
export const KeepingSection = () => {
  const texts = useWatchedTexts();
  const [kept, setKept] = useState<boolean>();
  const { ask, trouble } = useAsking();
  useEffect(() => {
    void ask(async () => {
      const result = await asMe(viewings(0));
      if (result.type === 'done') setKept(result.value.kept);
      return result;
    });
  }, [ask]);
  const keep = async (wished: boolean) => {
    if (await ask(() => asMe(keepViewings(wished)))) setKept(wished);
  };
  return (
    <section className="sheet account-section" aria-labelledby="watched">
      <h2 id="watched">{texts.title}</h2>
      {kept !== undefined && <Keeping kept={kept} onKeep={keep} />}
      {trouble && <Trouble text={trouble} />}
      <div className="account-actions">
        <Link href="/watched" className="pill">
          {texts.all}
        </Link>
      </div>
    </section>
  );
};

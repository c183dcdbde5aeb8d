import { useState } from 'react';
import { asMe } from '../account/session';
import { renewCalendar } from '../api/screenings';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';
import { OwnLink } from './OwnLink';

/** Gives the person an address by which a calendar keeps up with the evenings by itself. */
export const CalendarFeed = () => {
  const texts = useScreeningTexts();
  const [path, setPath] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  const make = async () => {
    const result = await asMe(renewCalendar);
    setFailed(result.type !== 'done');
    if (result.type === 'done') setPath(result.value.path);
  };
  return (
    <section className="screening-answers sheet">
      <h2>{texts.feedTitle}</h2>
      <p className="hint">{texts.feedText}</p>
      {path !== undefined && <OwnLink path={path} label={texts.feedLink} />}
      {hasFailed && <Trouble text={texts.failed} />}
      <div>
        <button type="button" className="pill" onClick={() => void make()}>
          {texts.feedMake}
        </button>
      </div>
    </section>
  );
};

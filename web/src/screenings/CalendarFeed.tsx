import { useState } from 'react';
import { asMe } from '../account/session';
import { renewCalendar } from '../api/screenings';
import { useLinkForOthers } from '../invite/linkForOthers';
import { CopyButton } from '../invite/ShownLink';
import { useScreeningTexts } from '../texts/screenings/texts';
import { Trouble } from '../ui/trouble';

const Made = ({ path }: { readonly path: string }) => {
  const texts = useScreeningTexts();
  const link = useLinkForOthers(new URL(path, location.origin).href);
  return (
    <div className="screening-link">
      <input
        className="field"
        readOnly
        aria-label={texts.feedLink}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      {window.isSecureContext && <CopyButton link={link} />}
    </div>
  );
};

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
      {path !== undefined && <Made path={path} />}
      {hasFailed && <Trouble text={texts.failed} />}
      <div>
        <button type="button" className="pill" onClick={() => void make()}>
          {texts.feedMake}
        </button>
      </div>
    </section>
  );
};

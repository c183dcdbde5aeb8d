import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { asMe } from '../account/session';
import { unfinished, type Viewing } from '../api/viewings';
import { colourOf } from '../people/colours';
import { useWatchedTexts } from '../texts/watched/texts';
import { Trouble } from '../ui/trouble';
import { useGoOn } from './useGoOn';
import { Seen, stoppedText, useCompanyText } from './WatchedRow';
import './watched.css';

type CardProps = {
  readonly viewing: Viewing;
  readonly isBusy: boolean;
  readonly onGoOn: () => void;
};

const Card = ({ viewing, isBusy, onGoOn }: CardProps) => {
  const texts = useWatchedTexts();
  const company = useCompanyText(viewing.with);
  const { title } = viewing.media;
  const state = stoppedText(texts, viewing);
  return (
    <li className="card" data-art={colourOf(viewing.id) % 5}>
      <button
        type="button"
        className="card-link"
        disabled={isBusy}
        aria-label={[texts.goOnWith(title), state, company].filter(Boolean).join(', ')}
        onClick={onGoOn}
      >
        <span className="card-state numbers">{state}</span>
        <span className="card-words">
          <strong>{title}</strong>
          {company && <span>{company}</span>}
          <Seen viewing={viewing} />
        </span>
      </button>
    </li>
  );
};

/** What the person has begun and not ended; nothing at all where there is nothing. */
export const GoOnShelf = () => {
  const texts = useWatchedTexts();
  const [begun, setBegun] = useState<readonly Viewing[]>([]);
  const { opening, failed, goOn } = useGoOn();
  useEffect(() => {
    let wanted = true;
    void asMe(unfinished).then((result) => {
      if (wanted && result.type === 'done') setBegun(result.value.viewings);
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (begun.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="go-on">
      <div className="watched-shelf-head">
        <h2 id="go-on">{texts.shelf}</h2>
        <Link href="/watched" className="link-button">
          {texts.all}
        </Link>
      </div>
      {failed !== undefined && <Trouble text={texts.noRoom} />}
      <ul className="cards">
        {begun.map((viewing) => (
          <Card
            key={viewing.id}
            viewing={viewing}
            isBusy={opening !== undefined}
            onGoOn={() => void goOn(viewing)}
          />
        ))}
      </ul>
    </section>
  );
};

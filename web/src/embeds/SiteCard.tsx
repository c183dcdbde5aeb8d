import { Play } from 'lucide-react';
import { ChangeFilm } from '../room/ChangeFilm';
import type { SiteCause } from '../room/view';
import { useEmbedTexts } from '../texts/embeds/texts';
import { useTexts } from '../texts/language';
import { agree, nameOfSite, type Provider } from './sites';

type SiteCardProps = {
  readonly provider: Provider;
  readonly cause: SiteCause;
  /** Loads the film anew. */
  readonly onAgain: () => void;
  /** Chooses another film; nothing where this person may not. */
  readonly onChange: (() => void) | undefined;
};

/** Says, before the first film of a site, what the site learns by it, and goes on when the person wants that; or says why the site shows nothing. */
export const SiteCard = ({ provider, cause, onAgain, onChange }: SiteCardProps) => {
  const { common, unplayable } = useTexts();
  const texts = useEmbedTexts();
  const site = nameOfSite[provider];
  const isQuestion = cause === 'siteNotAgreed';
  const onClick = () => {
    if (isQuestion) agree(provider);
    onAgain();
  };
  return (
    <div className="stage-card">
      <h2>{isQuestion ? texts.askTitle(site) : unplayable.title}</h2>
      {isQuestion ? (
        <p>{texts.askText(site)}</p>
      ) : (
        <p role="alert">{texts.unplayable[cause](site)}</p>
      )}
      <div className="stage-actions">
        <button type="button" className="action" onClick={onClick}>
          {isQuestion && <Play size={18} strokeWidth={1.75} aria-hidden="true" />}
          {isQuestion ? texts.agree(site) : common.tryAgain}
        </button>
        <ChangeFilm onChange={onChange} />
      </div>
    </div>
  );
};

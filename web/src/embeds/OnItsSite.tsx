import { ExternalLink } from 'lucide-react';
import { ChangeFilm } from '../room/ChangeFilm';
import { useEmbedTexts } from '../texts/embeds/texts';

type OnItsSiteProps = {
  /** The address of the film's page. */
  readonly page: string;
  /** Chooses another film; nothing where this person may not. */
  readonly onChange: (() => void) | undefined;
};

/** Says of a film that it is watched on the page of its site, how one follows the room there, and leads there who wants that. */
export const OnItsSite = ({ page, onChange }: OnItsSiteProps) => {
  const texts = useEmbedTexts();
  const site = new URL(page).hostname;
  return (
    <div className="stage-card">
      <h2>{texts.onSiteTitle(site)}</h2>
      <p>{texts.onSiteText}</p>
      <div className="stage-actions">
        <a className="action" href={page} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.openSite(site)}
        </a>
        <ChangeFilm onChange={onChange} />
      </div>
    </div>
  );
};

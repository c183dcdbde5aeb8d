import { Clapperboard } from 'lucide-react';
import { nameOfSite, type Provider } from '../embeds/sites';
import { useEmbedTexts } from '../texts/embeds/texts';
import './previews.css';

/** Says of a pasted address that it is a film of another site, which nobody has to be asked about. */
export const SitePreview = ({ provider }: { readonly provider: Provider }) => {
  const texts = useEmbedTexts();
  return (
    <p className="preview" role="status" data-kind="film">
      <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
      <span className="preview-words">{texts.film(nameOfSite[provider])}</span>
    </p>
  );
};

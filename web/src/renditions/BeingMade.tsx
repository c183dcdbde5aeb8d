import { useTexts } from '../texts/language';
import './renditions.css';

/** Says that a film is being made such that this browser plays it, and how much of that is done. */
export const BeingMade = ({ share }: { readonly share: number | undefined }) => {
  const texts = useTexts().renditions;
  return (
    <div className="being-made" role="status" data-testid="being-made">
      <strong>{texts.title}</strong>
      <span>{share === undefined ? texts.waits : texts.done(Math.floor(share * 100))}</span>
      <progress aria-label={texts.title} {...(share === undefined ? {} : { value: share })} />
    </div>
  );
};

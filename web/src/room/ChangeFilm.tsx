import { Clapperboard } from 'lucide-react';
import { useTexts } from '../texts/language';

/** The way to another film; nothing where this person may not. */
export const ChangeFilm = ({ onChange }: { readonly onChange: (() => void) | undefined }) => {
  const { room } = useTexts();
  return (
    onChange && (
      <button type="button" className="pill" onClick={onChange}>
        <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
        {room.change}
      </button>
    )
  );
};

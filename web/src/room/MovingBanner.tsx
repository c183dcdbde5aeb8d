import { Globe } from 'lucide-react';
import { useTexts } from '../texts/language';

/** Says that the room is on its way to another region; the film goes on meanwhile. */
export const MovingBanner = ({ region }: { readonly region: string }) => {
  const texts = useTexts().regions;
  return (
    <div className="banner calm" role="status" data-testid="room-moves">
      <Globe size={18} strokeWidth={1.75} aria-hidden="true" />
      <p>{texts.moving(texts.name(region))}</p>
    </div>
  );
};

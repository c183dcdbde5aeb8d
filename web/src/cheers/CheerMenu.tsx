import { SmilePlus } from 'lucide-react';
import { useTexts } from '../texts/language';
import { Floating } from '../ui/floating';
import './cheers.css';

/** What people cheer with, one tap away. */
const emojis = ['❤️', '😂', '😮', '😢', '👏', '🔥', '🎉', '👍'];

/** Emojis that float over the picture for all. The menu stays open, so that one can cheer more than once. */
export const CheerMenu = ({ onCheer }: { readonly onCheer: (emoji: string) => void }) => {
  const texts = useTexts().signals;
  return (
    <Floating
      kind="menu"
      side="above"
      label={texts.cheers}
      opener={(opener) => (
        <button type="button" className="control" aria-label={texts.cheer} {...opener}>
          <SmilePlus size={22} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    >
      {() => (
        <div className="cheer-choices">
          {emojis.map((emoji) => (
            <button
              key={emoji}
              type="button"
              role="menuitem"
              aria-label={texts.send(emoji)}
              onClick={() => onCheer(emoji)}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </Floating>
  );
};

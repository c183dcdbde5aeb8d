import { Share2 } from 'lucide-react';
import { useTexts } from '../texts/language';

/** Gives a link to what the device shares with, where it can; `title` is what is watched there. */
export const ShareButton = ({
  link,
  title,
}: {
  readonly link: string;
  readonly title: string | undefined;
}) => {
  const texts = useTexts().invite;
  if (!('share' in navigator)) return null;
  const text = title ? texts.shareText(title) : texts.shareRoom;
  const share = () => void navigator.share({ url: link, text }).catch(() => undefined);
  return (
    <button type="button" className="pill" onClick={share}>
      <Share2 size={18} strokeWidth={1.75} aria-hidden="true" />
      {texts.share}
    </button>
  );
};

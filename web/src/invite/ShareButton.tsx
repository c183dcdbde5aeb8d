import { Share2 } from 'lucide-react';
import { useTexts } from '../texts/language';

/** Gives something to what the device shares with, where it can. */
export const ShareButton = ({ data }: { readonly data: ShareData }) => {
  const texts = useTexts().invite;
  if (!('share' in navigator)) return null;
  const share = () => void navigator.share(data).catch(() => undefined);
  return (
    <button type="button" className="pill" onClick={share}>
      <Share2 size={18} strokeWidth={1.75} aria-hidden="true" />
      {texts.share}
    </button>
  );
};

/** Gives a link to a room; `title` is what is watched there. */
export const ShareLink = ({
  link,
  title,
}: {
  readonly link: string;
  readonly title: string | undefined;
}) => {
  const texts = useTexts().invite;
  const text = title ? texts.shareText(title) : texts.shareRoom;
  return <ShareButton data={{ url: link, text }} />;
};

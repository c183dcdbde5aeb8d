import { Share2 } from 'lucide-react';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { useLinkForOthers } from './linkForOthers';
import { ShownLink } from './ShownLink';

type InviteDialogProps = {
  readonly link: string;
  readonly title: string | undefined;
  readonly onClose: () => void;
};

/** The link to the room: to copy, to scan, to share. */
export const InviteDialog = ({ link: ownLink, title, onClose }: InviteDialogProps) => {
  const texts = useTexts().invite;
  const link = useLinkForOthers(ownLink);
  const text = title ? texts.shareText(title) : texts.shareRoom;
  const share = () => void navigator.share({ url: link, text }).catch(() => undefined);
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{texts.text}</p>
      <ShownLink link={link} label={texts.link} localOnly={texts.localOnly}>
        {'share' in navigator && (
          <button type="button" className="pill" onClick={share}>
            <Share2 size={18} strokeWidth={1.75} aria-hidden="true" />
            {texts.share}
          </button>
        )}
      </ShownLink>
      {link !== ownLink && <p className="invite-note">{texts.nearby}</p>}
    </Dialog>
  );
};

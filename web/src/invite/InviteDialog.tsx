import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { useLinkForOthers } from './linkForOthers';
import { ShareLink } from './ShareButton';
import { ShownLink } from './ShownLink';

const InvitationsPanel = lazy(async () => ({
  default: (await import('./InvitationsPanel')).InvitationsPanel,
}));

type InviteDialogProps = {
  readonly roomId: string;
  readonly link: string;
  readonly title: string | undefined;
  /** Only who is invited comes in. */
  readonly isForInvited: boolean;
  readonly mayInvite: boolean;
  readonly onClose: () => void;
};

/** The link to the room: to copy, to scan, to share; and for those who run the room, invitations. */
export const InviteDialog = ({
  roomId,
  link: ownLink,
  title,
  isForInvited,
  mayInvite,
  onClose,
}: InviteDialogProps) => {
  const { invite: texts, entrance, common } = useTexts();
  const link = useLinkForOthers(ownLink);
  const [isInviting, setInviting] = useState(mayInvite && isForInvited);
  if (isInviting)
    return (
      <Dialog title={entrance.invitations} onClose={onClose}>
        <Suspense
          fallback={
            <div className="skeleton qr-skeleton" role="status" aria-label={common.loading} />
          }
        >
          <InvitationsPanel roomId={roomId} roomLink={ownLink} title={title} />
        </Suspense>
      </Dialog>
    );
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p>{isForInvited ? entrance.linkForInvited : texts.text}</p>
      <ShownLink link={link} label={texts.link} localOnly={texts.localOnly}>
        <ShareLink link={link} title={title} />
      </ShownLink>
      {link !== ownLink && <p className="invite-note">{texts.nearby}</p>}
      {mayInvite && (
        <button type="button" className="pill" onClick={() => setInviting(true)}>
          {entrance.invitations}
        </button>
      )}
    </Dialog>
  );
};

import { lazy, Suspense } from 'react';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';

const ModerationList = lazy(async () => ({
  default: (await import('./ModerationList')).ModerationList,
}));

/** What was done to keep order in the room; loaded when it is opened. */
export const ModerationDialog = ({
  roomId,
  onClose,
}: {
  readonly roomId: string;
  readonly onClose: () => void;
}) => {
  const texts = useTexts();
  return (
    <Dialog title={texts.moderation} onClose={onClose}>
      <Suspense
        fallback={<div className="skeleton" role="status" aria-label={texts.common.loading} />}
      >
        <ModerationList roomId={roomId} />
      </Suspense>
    </Dialog>
  );
};

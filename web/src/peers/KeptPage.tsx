import { useEffect } from 'react';
import { InviteGuest } from './InviteGuest';
import type { KeptRoom } from './keptRoom';
import { PeerRoom } from './PeerRoom';
import { PeerSign } from './PeerSign';

/** The browser asks whether its person means it: the room ends with the page. */
const useAskedBeforeLeaving = (): void => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
};

/** The room that this page keeps. */
export const KeptPage = ({ room }: { readonly room: KeptRoom }) => {
  useAskedBeforeLeaving();
  return (
    <PeerRoom
      port={room.port}
      withoutServer={{
        sign: <PeerSign />,
        invitation: (onClose) => <InviteGuest room={room} onClose={onClose} />,
        hasBegun: true,
        gone: undefined,
      }}
    />
  );
};

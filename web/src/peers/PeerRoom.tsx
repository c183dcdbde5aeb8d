import { OutdatedPage } from '../room/OutdatedPage';
import { NoEntryPage, ReplacedPage } from '../room/OutsidePages';
import type { RoomPort } from '../room/port';
import { RoomFrame, type WithoutServer } from '../room/RoomFrame';
import { useRoomView } from '../room/useRoom';

type PeerRoomProps = { readonly port: RoomPort; readonly withoutServer: WithoutServer };

/** The page of a room without a server: that of any room, as long as one is in it. */
export const PeerRoom = ({ port, withoutServer }: PeerRoomProps) => {
  const { contact } = useRoomView(port);
  switch (contact.type) {
    case 'connecting':
    case 'live':
    case 'lost':
      return <RoomFrame port={port} withoutServer={withoutServer} />;
    case 'replaced':
      return <ReplacedPage onWatchHere={port.connectNow} />;
    case 'outdated':
      return <OutdatedPage />;
    case 'unknownRoom':
    case 'signedOut':
      return <NoEntryPage why="refused" onTryAgain={port.connectNow} />;
    default:
      return <NoEntryPage why={contact.type} onTryAgain={port.connectNow} />;
  }
};

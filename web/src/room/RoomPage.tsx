import { lazy, useCallback, useEffect, useState } from 'react';
import { addressOfRoom, linkOfRoom } from '../api/inRoom';
import { roomSummary } from '../api/rooms';
import { wallNowMs } from '../device/clock';
import { enteredAs, keepEnteredAs, keepPass, passOf } from '../device/entered';
import { keepRecentRooms, recentRooms, withRecentRoom } from '../home/recentRooms';
import { dropInvitation, heldInvitation, useHeldInvitation } from '../invite/held';
import { WithPosters } from '../posters/WithPosters';
import { useTexts } from '../texts/language';
import { enterRoom } from './enterRoom';
import { NameGate } from './NameGate';
import { OutdatedPage } from './OutdatedPage';
import { NoEntryPage, ReplacedPage, UnknownRoomPage } from './OutsidePages';
import { PasswordGate } from './PasswordGate';
import type { RoomPort } from './port';
import { RoomFrame } from './RoomFrame';
import { SignedOutPage } from './SignedOutPage';
import { useStartAt } from './startAt';
import { useRoomPort, useRoomView } from './useRoom';
import { filmIn } from './view';

const InvitedGate = lazy(async () => ({
  default: (await import('../invite/InvitedGate')).InvitedGate,
}));

/** Keeps the room on this device's list of recent rooms, with the film it has. */
const useRecent = (roomId: string, isIn: boolean, title: string | undefined): void => {
  useEffect(() => {
    if (!isIn) return;
    const room = { id: roomId, atMs: wallNowMs(), ...(title === undefined ? {} : { title }) };
    keepRecentRooms(withRecentRoom(recentRooms(), room));
  }, [roomId, isIn, title]);
};

/** Who came by an invitation that is over meanwhile hears of that. */
const NotInvited = ({
  roomId,
  onTryAgain,
}: {
  readonly roomId: string;
  readonly onTryAgain: () => void;
}) => {
  const token = heldInvitation(roomId);
  if (token === undefined) return <NoEntryPage why="notInvited" onTryAgain={onTryAgain} />;
  const goWithout = () => {
    dropInvitation(roomId);
    onTryAgain();
  };
  return <InvitedGate roomId={roomId} token={token} onName={onTryAgain} onWithout={goWithout} />;
};

type InRoomProps = {
  readonly roomId: string;
  readonly port: RoomPort;
  readonly onSomebodyElse: () => void;
};

const InRoom = ({ roomId, port, onSomebodyElse }: InRoomProps) => {
  const view = useRoomView(port);
  useStartAt(port, view);
  useRecent(roomId, view.contact.type === 'live', view.door.title ?? filmIn(view)?.title);
  switch (view.contact.type) {
    case 'unknownRoom':
      return <UnknownRoomPage />;
    case 'replaced':
      return <ReplacedPage onWatchHere={port.connectNow} />;
    case 'outdated':
      return <OutdatedPage />;
    case 'signedOut':
      return (
        <SignedOutPage roomId={roomId} onComeIn={port.connectNow} onSomebodyElse={onSomebodyElse} />
      );
    case 'full':
    case 'kicked':
    case 'banned':
    case 'locked':
    case 'memberGone':
    case 'otherCompanions':
    case 'closed':
    case 'refused':
      return <NoEntryPage why={view.contact.type} onTryAgain={port.connectNow} />;
    case 'notInvited':
      return <NotInvited roomId={roomId} onTryAgain={port.connectNow} />;
    case 'passwordNeeded':
    case 'passwordWrong':
    case 'passwordTries':
      return (
        <PasswordGate
          key={view.contact.type}
          roomId={roomId}
          why={view.contact.type}
          onPassword={port.connectNow}
        />
      );
    case 'connecting':
    case 'live':
    case 'lost':
      return (
        <WithPosters port={port}>
          <RoomFrame port={port} />
        </WithPosters>
      );
  }
};

type EnteredProps = {
  readonly roomId: string;
  readonly name: string;
  readonly onSomebodyElse: () => void;
};

const Entered = ({ roomId, name, onSomebodyElse }: EnteredProps) => {
  const port = useRoomPort(useCallback(() => enterRoom(roomId, name), [roomId, name]));
  return port && <InRoom roomId={roomId} port={port} onSomebodyElse={onSomebodyElse} />;
};

/**
 * Asks for the room while the person gives a name, so that a wrong link is told at once. Where the room lives in another region the page goes there,
 * unless this browser has a place in the room from here: then it stays, and only the connection goes there.
 */
const useIsUnknown = (roomId: string): boolean => {
  const [isUnknown, setUnknown] = useState(false);
  useEffect(() => {
    const asking = new AbortController();
    void roomSummary(roomId, asking.signal).then((result) => {
      const isNotThere = result.type === 'failed' && result.status === 404;
      // Who has been here before may come in where others learn of no room.
      if (isNotThere && passOf(roomId) === undefined) setUnknown(true);
      const isElsewhere = result.type === 'done' && addressOfRoom(roomId) !== '';
      if (isElsewhere && passOf(roomId) === undefined) location.replace(linkOfRoom(roomId));
    });
    return () => asking.abort();
  }, [roomId]);
  return isUnknown;
};

type OutsideProps = { readonly roomId: string; readonly onName: (name: string) => void };

const ByLink = ({ roomId, onName }: OutsideProps) =>
  useIsUnknown(roomId) ? <UnknownRoomPage /> : <NameGate onName={onName} />;

/** Who has a place here needs no invitation. */
const Outside = ({ roomId, onName }: OutsideProps) => {
  const token = useHeldInvitation(roomId);
  return token === undefined || passOf(roomId) !== undefined ? (
    <ByLink roomId={roomId} onName={onName} />
  ) : (
    <InvitedGate
      roomId={roomId}
      token={token}
      onName={onName}
      onWithout={() => dropInvitation(roomId)}
    />
  );
};

/** The page of a room: first a name, then the room. A reload of the same tab goes straight back in. */
export const RoomPage = ({ roomId }: { readonly roomId: string }) => {
  const texts = useTexts();
  const [name, setName] = useState(() => enteredAs(roomId));
  const enter = (given: string) => {
    keepEnteredAs(roomId, given);
    setName(given);
  };
  const beSomebodyElse = () => {
    keepPass(roomId, undefined);
    keepEnteredAs(roomId, undefined);
    setName(undefined);
  };
  return (
    <>
      <title>{`${texts.room.room} · Matinee`}</title>
      {name === undefined ? (
        <Outside roomId={roomId} onName={enter} />
      ) : (
        <Entered roomId={roomId} name={name} onSomebodyElse={beSomebodyElse} />
      )}
    </>
  );
};

import { useCallback } from 'react';
import { companionPassOf } from '../device/entered';
import { OutdatedPage } from '../room/OutdatedPage';
import { NoEntryPage, Notice, UnknownRoomPage } from '../room/OutsidePages';
import type { RoomPort } from '../room/port';
import { useRoomPort, useRoomView } from '../room/useRoom';
import { useTexts } from '../texts/language';
import { CompanionFrame } from './CompanionFrame';
import { enterCompanion } from './enterCompanion';
import { useEntry } from './useEntry';

const NoLinkPage = ({ why }: { readonly why: 'over' | 'none' }) => {
  const texts = useTexts().companion;
  return <Notice title={texts[`${why}Title`]} text={texts.how} />;
};

const UnreachablePage = ({ onTryAgain }: { readonly onTryAgain: () => void }) => {
  const texts = useTexts();
  return (
    <Notice title={texts.companion.unreachableTitle} text={texts.companion.unreachableText}>
      <button type="button" className="action" onClick={onTryAgain}>
        {texts.common.tryAgain}
      </button>
    </Notice>
  );
};

const ElsewherePage = ({ onUseHere }: { readonly onUseHere: () => void }) => {
  const texts = useTexts().companion;
  return (
    <Notice title={texts.replacedTitle} text={texts.replacedText}>
      <button type="button" className="action" onClick={onUseHere}>
        {texts.useHere}
      </button>
    </Notice>
  );
};

const InRoom = ({ roomId, port }: { readonly roomId: string; readonly port: RoomPort }) => {
  const view = useRoomView(port);
  switch (view.contact.type) {
    case 'unknownRoom':
      return <UnknownRoomPage />;
    case 'replaced':
      return <ElsewherePage onUseHere={port.connectNow} />;
    case 'outdated':
      return <OutdatedPage />;
    case 'signedOut':
      return <NoLinkPage why="over" />;
    case 'refused':
      if (companionPassOf(roomId) === undefined) return <NoLinkPage why="over" />;
      return <NoEntryPage why="refused" onTryAgain={() => location.reload()} />;
    case 'full':
    case 'kicked':
    case 'banned':
    case 'locked':
    case 'memberGone':
    case 'otherCompanions':
    case 'closed':
    case 'notInvited':
    case 'passwordNeeded':
    case 'passwordWrong':
    case 'passwordTries':
      return <NoEntryPage why={view.contact.type} onTryAgain={port.connectNow} />;
    case 'connecting':
    case 'live':
    case 'lost':
      return <CompanionFrame port={port} view={view} />;
  }
};

const Entered = ({ roomId, pass }: { readonly roomId: string; readonly pass: string }) => {
  const port = useRoomPort(useCallback(() => enterCompanion(roomId, pass), [roomId, pass]));
  return port && <InRoom roomId={roomId} port={port} />;
};

const Way = ({ roomId }: { readonly roomId: string }) => {
  const { entry, again } = useEntry(roomId);
  switch (entry.type) {
    case 'asking':
      return null;
    case 'entered':
      return <Entered roomId={roomId} pass={entry.pass} />;
    case 'over':
    case 'none':
      return <NoLinkPage why={entry.type} />;
    case 'unknownRoom':
      return <UnknownRoomPage />;
    case 'unreachable':
      return <UnreachablePage onTryAgain={again} />;
  }
};

/** The page of a second screen: made one by the link's token, or one since an earlier visit. */
export const CompanionPage = ({ roomId }: { readonly roomId: string }) => {
  const texts = useTexts();
  return (
    <>
      <title>{`${texts.companion.second} · Matinee`}</title>
      <Way roomId={roomId} />
    </>
  );
};

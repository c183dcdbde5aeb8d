import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { newestKey, unreadAfter } from '../chat/unread';
import { useMentionCount } from '../chat/useMentionCount';
import { CompanionDialog } from '../companion/CompanionDialog';
import { remember, remembered } from '../device/memory';
import { useVisibleArea } from '../device/useVisibleArea';
import { InviteDialog } from '../invite/InviteDialog';
import { KeysDialog } from '../keys/KeysDialog';
import { frameMs, type KeyAction } from '../keys/keyMap';
import { useKeys } from '../keys/useKeys';
import { ModerationDialog } from '../moderation/ModerationDialog';
import { useElement } from '../player/useElement';
import { useFullScreen } from '../player/useFullScreen';
import { useOffered } from '../subtitles/useOffered';
import { useRemotes } from '../subtitles/useRemotes';
import { useSubtitles } from '../subtitles/useSubtitles';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import { useDroppedFile } from '../ui/useDroppedFile';
import { useFilmsForRoom } from '../uploads/useUploads';
import { Announcer } from './Announcer';
import { ContactBanner } from './ContactBanner';
import { DoorDialog } from './DoorDialog';
import { FilmChooser } from './FilmChooser';
import { FilmLine } from './FilmLine';
import { MovingBanner } from './MovingBanner';
import type { RoomPort, RoomServer } from './port';
import { RoomHead } from './RoomHead';
import { SidePanel } from './SidePanel';
import { Stage } from './Stage';
import { useRejection, useRoomView } from './useRoom';
import { filmIn, may, type RoomView, selfIn } from './view';
import './room.css';
import './narrow.css';

const CopyDialog = lazy(async () => ({
  default: (await import('../copies/CopyDialog')).CopyDialog,
}));

const ShowtimeBanner = lazy(async () => ({
  default: (await import('../screenings/ShowtimeBanner')).ShowtimeBanner,
}));

/** What stands in the page of a room that has no server. */
export type WithoutServer = {
  /** Says that there is none. */
  readonly sign: ReactNode;
  /** Lets somebody in; whoever has just begun the room sees it at once. */
  readonly invitation: (onClose: () => void) => ReactNode;
  readonly hasBegun: boolean;
  /** What to do about a connection that does not come back by itself, if it is one. */
  readonly gone: ReactNode;
};

type BannerProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly gone: ReactNode;
};

/** A room that moves takes its connections along: that one is gone meanwhile is no news. */
const ConnectionBanner = ({ port, view: { movingTo, contact }, gone }: BannerProps) => {
  if (movingTo !== undefined) return <MovingBanner region={movingTo} />;
  if (contact.type !== 'lost') return null;
  return gone ?? <ContactBanner port={port} contact={contact} />;
};

const Banners = (props: BannerProps) => {
  const { port, view } = props;
  const { server } = port;
  return (
    <>
      <ConnectionBanner {...props} />
      {server && (
        <Suspense>
          <ShowtimeBanner port={port} roomId={server.roomId} isIn={view.contact.type === 'live'} />
        </Suspense>
      )}
    </>
  );
};

type Opened = 'none' | 'door' | 'moderation' | 'invite' | 'film' | 'companion' | 'keys' | 'copy';

type Doing = {
  readonly toggleMute: () => void;
  readonly toggleFullScreen: () => void;
  readonly toggleCaptions: () => void;
  readonly writeMessage: () => void;
  readonly searchMessages: () => void;
  readonly showKeys: () => void;
};

const seekBy = (port: RoomPort, view: RoomView, deltaMs: number): void => {
  const lengthMs = filmIn(view)?.lengthMs ?? Number.POSITIVE_INFINITY;
  const positionMs = Math.round(Math.min(lengthMs, Math.max(0, port.aimMs() + deltaMs)));
  port.send({ type: 'seek', positionMs });
};

const act = (port: RoomPort, action: KeyAction, doing: Doing): void => {
  const view = port.view();
  const playback = view.stage.type === 'loaded' ? view.stage.playback : undefined;
  switch (action.type) {
    case 'togglePlay':
      if (playback) port.send({ type: playback.type === 'paused' ? 'play' : 'pause' });
      return;
    case 'seekBy':
      if (playback) seekBy(port, view, action.deltaMs);
      return;
    case 'frame':
      if (playback?.type === 'paused') seekBy(port, view, action.direction * frameMs);
      return;
    case 'toggleMute':
    case 'toggleFullScreen':
    case 'toggleCaptions':
    case 'writeMessage':
    case 'searchMessages':
    case 'showKeys':
      doing[action.type]();
  }
};

/** Whether the side panel is shown, remembered on this device, and how much was said while it was not. */
const usePanel = (view: RoomView) => {
  const [hasPanel, setPanel] = useState(() => remembered('panel') !== 'hidden');
  const [seen, setSeen] = useState(0);
  const newest = newestKey(view.chat);
  useEffect(() => {
    if (hasPanel) setSeen(newest);
  }, [hasPanel, newest]);
  const show = useCallback((isShown: boolean) => {
    remember('panel', isShown ? 'shown' : 'hidden');
    setPanel(isShown);
  }, []);
  return { hasPanel, show, unread: unreadAfter(view.chat, seen, selfIn(view)?.id) };
};

/** Ways into the chat, also while its panel is not shown: where one writes, and what opens the search. */
const useWaysIn = (show: (isShown: boolean) => void) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState<{ readonly what: 'write' | 'search' }>();
  useEffect(() => {
    if (wanted?.what === 'write') field.current?.focus();
    if (wanted?.what === 'search') opener.current?.click();
  }, [wanted]);
  const want = (what: 'write' | 'search') => () => {
    show(true);
    setWanted({ what });
  };
  return { field, opener, write: want('write'), search: want('search') };
};

type DialogsProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly opened: Opened;
  readonly onClose: () => void;
};

/** What only a server can do something about. */
const ServerDialogs = ({
  server: { roomId, link },
  view,
  opened,
  onClose,
}: Omit<DialogsProps, 'port' | 'opened'> & {
  readonly server: RoomServer;
  readonly opened: 'invite' | 'companion' | 'moderation';
}) => {
  switch (opened) {
    case 'invite':
      return (
        <InviteDialog
          roomId={roomId}
          isForInvited={view.door.access === 'INVITED'}
          mayInvite={may(view, 'SET_DOOR')}
          link={link}
          title={view.door.title ?? filmIn(view)?.title}
          onClose={onClose}
        />
      );
    case 'companion':
      return <CompanionDialog roomId={roomId} roomLink={link} onClose={onClose} />;
    case 'moderation':
      return <ModerationDialog roomId={roomId} onClose={onClose} />;
  }
};

const Dialogs = ({
  opened,
  onClose,
  port,
  view,
  withoutServer,
}: DialogsProps & { readonly withoutServer: WithoutServer | undefined }) => {
  const texts = useTexts().room;
  switch (opened) {
    case 'none':
      return null;
    case 'invite':
    case 'companion':
    case 'moderation':
      return port.server ? (
        <ServerDialogs server={port.server} view={view} opened={opened} onClose={onClose} />
      ) : (
        withoutServer?.invitation(onClose)
      );
    case 'door':
      return <DoorDialog port={port} view={view} onClose={onClose} />;
    case 'keys':
      return <KeysDialog onClose={onClose} />;
    case 'copy': {
      const film = filmIn(view);
      return film?.ownCopy ? (
        <Suspense>
          <CopyDialog
            film={film}
            wanted={film.ownCopy}
            onChosen={port.reloadFilm}
            onClose={onClose}
          />
        </Suspense>
      ) : null;
    }
    case 'film':
      return (
        <Dialog title={texts.changeTitle} onClose={onClose}>
          <FilmChooser
            port={port}
            onFilm={(film) => {
              port.send({ type: 'load', film });
              onClose();
            }}
          />
        </Dialog>
      );
  }
};

/** Names the film of the room on this device. */
const keyOfFilm = (view: RoomView): string | undefined => {
  const film = filmIn(view);
  return film && (film.ownCopy?.hash ?? film.embed?.id ?? film.page ?? film.address ?? film.title);
};

const isSubtitles = ({ name }: File): boolean => /\.(srt|vtt|ass|ssa)$/i.test(name);

const useVideo = (room: RefObject<HTMLElement | null>, port: RoomPort, view: RoomView) => {
  const video = useRef<HTMLVideoElement>(null);
  const [element, setElement] = useState<HTMLVideoElement | null>(null);
  useEffect(() => setElement(video.current), []);
  return {
    video,
    sound: useElement(element),
    subtitles: useSubtitles(
      element,
      keyOfFilm(view),
      useRemotes(port, filmIn(view)?.upload),
      useOffered(port, view),
    ),
    screen: useFullScreen(room),
  };
};

type RoomFrameProps = {
  readonly port: RoomPort;
  /** Where `port` has no server. */
  readonly withoutServer?: WithoutServer;
};

/** A room that one is in: the film large, people and chat beside it. */
export const RoomFrame = ({ port, withoutServer }: RoomFrameProps) => {
  const texts = useTexts();
  const view = useRoomView(port);
  const room = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened>(withoutServer?.hasBegun ? 'invite' : 'none');
  const closeFilm = useCallback(() => setOpened((now) => (now === 'film' ? 'none' : now)), []);
  const { video, sound, subtitles, screen } = useVideo(room, port, view);
  useDroppedFile((file) => {
    if (isSubtitles(file)) void subtitles.add(file);
  });
  const { hasPanel, show, unread } = usePanel(view);
  const { field, opener, write, search } = useWaysIn(show);
  useVisibleArea();
  useFilmsForRoom(port, view.contact.type === 'live', closeFilm);
  useKeys((action) =>
    act(port, action, {
      toggleMute: sound.toggleMute,
      toggleFullScreen: screen.toggle,
      toggleCaptions: subtitles.toggle,
      writeMessage: write,
      searchMessages: search,
      showKeys: () => setOpened('keys'),
    }),
  );
  const title = view.door.title ?? filmIn(view)?.title;
  const mentions = useMentionCount(view);
  const togglePanel = () => show(!hasPanel);
  const changeFilm = () => setOpened('film');
  return (
    <div ref={room} className="room" data-panel={hasPanel} data-full={screen.isFull}>
      <title>{`${mentions > 0 ? `(${mentions}) ` : ''}${title ? `${title} · ` : ''}Matinee`}</title>
      <RoomHead
        port={port}
        view={view}
        hasPanel={hasPanel}
        unread={unread}
        onPanel={togglePanel}
        onInvite={() => setOpened('invite')}
        onCompanion={() => setOpened('companion')}
        onDoor={() => setOpened('door')}
        onModeration={() => setOpened('moderation')}
        onKeys={() => setOpened('keys')}
        sign={withoutServer?.sign}
      />
      <main className="room-main" aria-label={title ?? texts.room.room}>
        <Banners port={port} view={view} gone={withoutServer?.gone} />
        <Stage
          port={port}
          view={view}
          video={video}
          sound={sound}
          subtitles={subtitles}
          rejection={useRejection(port)}
          isFull={screen.isFull}
          onFullScreen={screen.toggle}
          onChat={togglePanel}
          onChange={changeFilm}
        />
        <FilmLine view={view} onChange={changeFilm} onCopy={() => setOpened('copy')} />
      </main>
      {hasPanel && <SidePanel port={port} view={view} field={field} opener={opener} />}
      <Announcer view={view} />
      <Dialogs
        opened={opened}
        onClose={() => setOpened('none')}
        port={port}
        view={view}
        withoutServer={withoutServer}
      />
    </div>
  );
};

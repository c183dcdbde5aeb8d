import { CirclePlay } from 'lucide-react';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react';
import { FloatingCheers } from '../cheers/FloatingCheers';
import { Controls } from '../player/Controls';
import type { useElement } from '../player/useElement';
import { useMediaKeys } from '../player/useMediaKeys';
import { usePictureClicks } from '../player/usePictureClicks';
import { useStillness } from '../player/useStillness';
import { NextUp } from '../queue/NextUp';
import { BeingMade } from '../renditions/BeingMade';
import { usePictures } from '../renditions/usePictures';
import { ShownSubtitles } from '../subtitles/ShownSubtitles';
import type { Subtitles } from '../subtitles/useSubtitles';
import { useTexts } from '../texts/language';
import { ChangeFilm } from './ChangeFilm';
import { FilmChooser } from './FilmChooser';
import { Proposals } from './Proposals';
import type { RoomPort } from './port';
import { keptSoundDelayMs } from './Settings';
import {
  filmIn,
  may,
  type RejectedFor,
  type RoomView,
  type SiteCause,
  type UnplayableCause,
} from './view';
import { FilmAwaited, WaitingPill } from './WaitingPill';
import './stage.css';

const MissingCopy = lazy(async () => ({
  default: (await import('../copies/MissingCopy')).MissingCopy,
}));

const SiteCard = lazy(async () => ({
  default: (await import('../embeds/SiteCard')).SiteCard,
}));

const OnItsSite = lazy(async () => ({
  default: (await import('../embeds/OnItsSite')).OnItsSite,
}));

type StageProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly sound: ReturnType<typeof useElement>;
  readonly subtitles: Subtitles;
  readonly rejection: RejectedFor | undefined;
  readonly isFull: boolean;
  readonly onFullScreen: () => void;
  readonly onChat: () => void;
  readonly onChange: () => void;
};

const quietMs = 3000;

const Card = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="stage-card">
    <h2>{title}</h2>
    {children}
  </div>
);

const NoFilm = ({ port, view }: Pick<StageProps, 'port' | 'view'>) => {
  const texts = useTexts().room;
  return (
    <Card title={texts.noFilmTitle}>
      {(port.server || !may(view, 'LOAD')) && (
        <p>{may(view, 'LOAD') ? texts.noFilmText : texts.noFilmGuest}</p>
      )}
      {may(view, 'LOAD') && (
        <FilmChooser port={port} onFilm={(film) => port.send({ type: 'load', film })} />
      )}
    </Card>
  );
};

const isOfSite = (cause: UnplayableCause): cause is SiteCause => cause.startsWith('site');

const Unplayable = ({ port, view, onChange }: Pick<StageProps, 'port' | 'view' | 'onChange'>) => {
  const texts = useTexts();
  if (view.player.type !== 'unplayable') return null;
  const { cause } = view.player;
  const mayChange = may(view, 'LOAD') ? onChange : undefined;
  const film = filmIn(view);
  if (film?.ownCopy)
    return (
      <Suspense>
        <MissingCopy
          key={film.ownCopy.hash}
          film={film}
          wanted={film.ownCopy}
          cause={cause}
          onChosen={port.reloadFilm}
          onChange={mayChange}
        />
      </Suspense>
    );
  if (film?.page)
    return (
      <Suspense>
        <OnItsSite page={film.page} onChange={mayChange} />
      </Suspense>
    );
  if (isOfSite(cause))
    return film?.embed ? (
      <Suspense>
        <SiteCard
          provider={film.embed.provider}
          cause={cause}
          onAgain={port.reloadFilm}
          onChange={mayChange}
        />
      </Suspense>
    ) : null;
  // Only own copies and pages of sites have these causes.
  if (cause === 'noCopy' || cause === 'fileGone' || cause === 'onItsSite') return null;
  return (
    <Card title={texts.unplayable.title}>
      <p role="alert">{texts.unplayable[cause]}</p>
      <div className="stage-actions">
        <button type="button" className="action" onClick={port.reloadFilm}>
          {texts.common.tryAgain}
        </button>
        <ChangeFilm onChange={mayChange} />
      </div>
    </Card>
  );
};

const ClickToJoin = ({ port }: { readonly port: RoomPort }) => {
  const texts = useTexts().room;
  return (
    <button type="button" className="click-to-join" onClick={port.allowSound}>
      <CirclePlay size={64} strokeWidth={1.25} aria-hidden="true" />
      <strong>{texts.clickToJoin}</strong>
      <span>{texts.clickToJoinText}</span>
    </button>
  );
};

type Loaded = Extract<RoomView['stage'], { readonly type: 'loaded' }>;

const Waiting = ({
  port,
  view,
  stage: { film, playback },
}: Pick<StageProps, 'port' | 'view'> & { readonly stage: Loaded }) => {
  if (playback.type !== 'waiting') return null;
  if (playback.isForFilm) return <FilmAwaited film={film} />;
  return <WaitingPill port={port} view={view} playback={playback} />;
};

const Over = ({ port, view, onChange }: Pick<StageProps, 'port' | 'view' | 'onChange'>) => {
  if (view.stage.type === 'idle') {
    return view.contact.type === 'connecting' ? (
      <div className="stage-skeleton skeleton" />
    ) : (
      <NoFilm port={port} view={view} />
    );
  }
  switch (view.player.type) {
    case 'unplayable':
      return <Unplayable port={port} view={view} onChange={onChange} />;
    case 'blocked':
      return <ClickToJoin port={port} />;
    case 'preparing':
      return <BeingMade share={view.player.share} />;
    case 'none':
    case 'loading':
    case 'following':
      if (view.queue.dueMs !== undefined)
        return <NextUp port={port} view={view} dueMs={view.queue.dueMs} />;
      return <Waiting port={port} view={view} stage={view.stage} />;
  }
};

const useFollowing = (port: RoomPort, video: RefObject<HTMLVideoElement | null>): void => {
  useEffect(() => {
    if (!video.current) return;
    port.setSoundDelayMs(keptSoundDelayMs());
    return port.follow(video.current);
  }, [port, video]);
};

const usePortForMediaKeys = (port: RoomPort): void =>
  useMediaKeys(
    useMemo(
      () => ({
        play: () => port.send({ type: 'play' }),
        pause: () => port.send({ type: 'pause' }),
      }),
      [port],
    ),
  );

/** The film, with what lies over it. A click on the picture plays or pauses for everyone. */
export const Stage = ({
  port,
  view,
  video,
  sound,
  subtitles,
  rejection,
  isFull,
  onFullScreen,
  onChat,
  onChange,
}: StageProps) => {
  const texts = useTexts();
  const stage = useRef<HTMLDivElement>(null);
  const isStill = useStillness(stage, quietMs);
  useFollowing(port, video);
  usePortForMediaKeys(port);
  const playback = view.stage.type === 'loaded' ? view.stage.playback : undefined;
  const film = filmIn(view);
  const pictures = usePictures(port, film?.upload);
  const isShown = !['unplayable', 'blocked', 'preparing'].includes(view.player.type);
  const toggle = () => {
    if (playback && may(view, 'PLAY_PAUSE'))
      port.send({ type: playback.type === 'paused' ? 'play' : 'pause' });
  };
  const clicks = usePictureClicks(toggle, onFullScreen);
  return (
    <div
      ref={stage}
      className="stage"
      data-still={isStill && playback?.type === 'playing'}
      data-site={film?.embed?.provider}
      data-testid="stage"
    >
      <video ref={video} playsInline preload="auto" poster={pictures?.poster} {...clicks} />
      <ShownSubtitles element={video.current} subtitles={subtitles} />
      <Over port={port} view={view} onChange={onChange} />
      {playback && view.stage.type === 'loaded' && isShown && (
        <Controls
          port={port}
          view={view}
          playback={playback}
          lengthMs={view.stage.film.lengthMs}
          availableMs={view.stage.film.availableMs}
          isOfSite={film?.embed !== undefined}
          element={video.current}
          sound={sound}
          subtitles={subtitles}
          thumbnails={pictures?.thumbnails ?? []}
          isFull={isFull}
          onFullScreen={onFullScreen}
          onChat={onChat}
        />
      )}
      <FloatingCheers port={port} view={view} />
      <Proposals port={port} view={view} />
      {rejection && (
        <p className="stage-rejection" role="alert">
          {texts.rejected[rejection]}
        </p>
      )}
    </div>
  );
};

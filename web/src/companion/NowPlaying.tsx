import { Clock as ClockIcon, CloudUpload, Pause, Play } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTicks } from '../device/clock';
import { Clock } from '../player/Clock';
import { useFrames } from '../player/useFrames';
import { waitedForNames } from '../room/names';
import type { RoomPort } from '../room/port';
import type { Playback, RoomView, Stage } from '../room/view';
import { thereText } from '../room/WaitingPill';
import { useTexts } from '../texts/language';

type Loaded = Extract<Stage, { readonly type: 'loaded' }>;
type Waiting = Extract<Playback, { readonly type: 'waiting' }>;

type NowPlayingProps = { readonly port: RoomPort; readonly view: RoomView };

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

const WaitingFor = ({ port, view, waiting }: NowPlayingProps & { readonly waiting: Waiting }) => {
  const texts = useTexts();
  const names = waitedForNames(texts, view);
  useTicks(true, 200);
  const seconds = Math.ceil(Math.max(0, waiting.untilMs - port.roomTimeMs()) / 1000);
  return (
    <p className="now-state now-waiting">
      <ClockIcon {...icon} />
      <span>{names === '' ? texts.room.readyToStart : texts.room.waitingFor(names)}</span>
      {seconds > 0 && <span className="numbers now-left">{texts.companion.left(seconds)}</span>}
    </p>
  );
};

const State = ({ port, view, stage }: NowPlayingProps & { readonly stage: Loaded }) => {
  const words = useTexts();
  const texts = words.companion;
  const said = (Icon: typeof Play, words: string): ReactNode => (
    <p className="now-state">
      <Icon {...icon} />
      <span>{words}</span>
    </p>
  );
  switch (stage.playback.type) {
    case 'playing':
      return said(Play, texts.playing);
    case 'paused':
      return said(Pause, texts.paused);
    case 'waiting':
      return stage.playback.isForFilm ? (
        said(CloudUpload, `${words.upload.awaited} · ${thereText(words, stage.film)}`)
      ) : (
        <WaitingFor port={port} view={view} waiting={stage.playback} />
      );
  }
};

/** How much of the film is over, as a line. */
const Progress = ({ port, lengthMs }: { readonly port: RoomPort; readonly lengthMs: number }) => {
  const line = useRef<HTMLDivElement>(null);
  useFrames(() => {
    const share = Math.min(1, port.positionMs() / lengthMs);
    line.current?.style.setProperty('transform', `scaleX(${share.toFixed(4)})`);
  });
  return (
    <div className="now-progress" aria-hidden="true">
      <div ref={line} />
    </div>
  );
};

/** What the room watches, where that is, and whether it moves. */
export const NowPlaying = ({ port, view }: NowPlayingProps) => {
  const texts = useTexts().companion;
  const { stage } = view;
  if (stage.type === 'idle') {
    return view.contact.type === 'connecting' ? (
      <div className="now skeleton" />
    ) : (
      <section className="now">
        <p className="now-nothing">{texts.nothing}</p>
      </section>
    );
  }
  const { title, lengthMs } = stage.film;
  return (
    <section className="now" data-testid="now-playing">
      <h1 title={title}>{title}</h1>
      <div className="now-line">
        <State port={port} view={view} stage={stage} />
        <Clock positionMs={port.positionMs} lengthMs={lengthMs} />
      </div>
      {lengthMs !== undefined && <Progress port={port} lengthMs={lengthMs} />}
    </section>
  );
};

import {
  Maximize,
  MessageSquare,
  Minimize,
  Pause,
  PictureInPicture2,
  Play,
  Volume2,
  VolumeX,
} from 'lucide-react';
import type { CSSProperties } from 'react';
import { CheerMenu } from '../cheers/CheerMenu';
import type { Thumbnail } from '../renditions/pictures';
import type { RoomPort } from '../room/port';
import { may, maySignal, type Playback, type RoomView } from '../room/view';
import { SubtitleMenu } from '../subtitles/SubtitleMenu';
import type { Subtitles } from '../subtitles/useSubtitles';
import { useTexts } from '../texts/language';
import { Clock } from './Clock';
import { SeekBar } from './SeekBar';
import { SoundMenu } from './SoundMenu';
import { SpeedMenu } from './SpeedMenu';
import { togglePictureInPicture, type useElement } from './useElement';
import './controls.css';

type ControlsProps = {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly playback: Playback;
  readonly lengthMs: number | undefined;
  /** How much of the film is there, while it is on its way in. */
  readonly availableMs: number | undefined;
  /** Another site's own player shows the film, and has subtitles and a small window of its own. */
  readonly isOfSite: boolean;
  readonly element: HTMLVideoElement | null;
  readonly sound: ReturnType<typeof useElement>;
  readonly subtitles: Subtitles;
  readonly thumbnails: readonly Thumbnail[];
  readonly isFull: boolean;
  readonly onFullScreen: () => void;
  readonly onChat: () => void;
};

const icon = { size: 22, strokeWidth: 1.75, 'aria-hidden': true } as const;

const PlayButton = ({
  port,
  playback,
  isDisabled,
}: {
  port: RoomPort;
  playback: Playback;
  isDisabled: boolean;
}) => {
  const texts = useTexts().player;
  const isPaused = playback.type === 'paused';
  return (
    <button
      type="button"
      className="control"
      aria-label={isPaused ? texts.play : texts.pause}
      disabled={isDisabled}
      onClick={() => port.send({ type: isPaused ? 'play' : 'pause' })}
    >
      {isPaused ? <Play {...icon} /> : <Pause {...icon} />}
    </button>
  );
};

const Sound = ({ sound: { own, setVolume, toggleMute } }: Pick<ControlsProps, 'sound'>) => {
  const texts = useTexts().player;
  const level = own.isMuted ? 0 : own.volume;
  const filled: CSSProperties & Record<'--level', string> = { '--level': `${level * 100}%` };
  return (
    <span className="sound">
      <button
        type="button"
        className="control"
        aria-label={own.isMuted ? texts.unmute : texts.mute}
        onClick={toggleMute}
      >
        {level === 0 ? <VolumeX {...icon} /> : <Volume2 {...icon} />}
      </button>
      <input
        type="range"
        className="volume"
        aria-label={texts.volume}
        min={0}
        max={1}
        step={0.05}
        value={level}
        style={filled}
        onChange={(event) => setVolume(Number(event.target.value))}
      />
    </span>
  );
};

const LocalControls = ({
  element,
  isOfSite,
  subtitles,
  isFull,
  onFullScreen,
  onChat,
}: Omit<
  ControlsProps,
  'port' | 'view' | 'playback' | 'lengthMs' | 'availableMs' | 'sound' | 'thumbnails'
>) => {
  const texts = useTexts().player;
  return (
    <>
      {!isOfSite && <SubtitleMenu subtitles={subtitles} />}
      {isFull && (
        <button type="button" className="control" aria-label={texts.chatOverlay} onClick={onChat}>
          <MessageSquare {...icon} />
        </button>
      )}
      {!isOfSite && document.pictureInPictureEnabled && (
        <button
          type="button"
          className="control wide-only"
          aria-label={texts.pictureInPicture}
          onClick={() => element && void togglePictureInPicture(element)}
        >
          <PictureInPicture2 {...icon} />
        </button>
      )}
      <button
        type="button"
        className="control"
        aria-label={isFull ? texts.leaveFullScreen : texts.fullScreen}
        onClick={onFullScreen}
      >
        {isFull ? <Minimize {...icon} /> : <Maximize {...icon} />}
      </button>
    </>
  );
};

/**
 * The controls over the film. Those that concern everyone send wishes and show what the room says; they never touch the element.
 * Volume, subtitles, picture in picture and full screen are this person's own.
 */
export const Controls = ({
  port,
  view,
  playback,
  lengthMs,
  availableMs,
  thumbnails,
  ...local
}: ControlsProps) => {
  const texts = useTexts().player;
  const isStuck = !may(view, 'PLAY_PAUSE');
  return (
    <fieldset className="controls" aria-label={texts.controls}>
      <SeekBar
        lengthMs={lengthMs}
        availableMs={availableMs}
        isDisabled={!may(view, 'SEEK')}
        aimMs={port.aimMs}
        element={local.element}
        thumbnails={thumbnails}
        onSeek={(positionMs) => port.send({ type: 'seek', positionMs: Math.round(positionMs) })}
      />
      <div className="controls-row">
        <PlayButton port={port} playback={playback} isDisabled={isStuck} />
        <Sound sound={local.sound} />
        <Clock positionMs={port.positionMs} lengthMs={lengthMs} />
        {isStuck && <span className="controls-note">{texts.onlyHost}</span>}
        <span className="controls-gap" />
        {maySignal(view) && (
          <CheerMenu onCheer={(emoji) => port.signal({ kind: 'cheer', emoji })} />
        )}
        <SpeedMenu
          rate={playback.rate}
          isDisabled={!may(view, 'SPEED')}
          onRate={(rate) => port.send({ type: 'setRate', rate })}
        />
        <SoundMenu sounds={port.sounds()} />
        <LocalControls {...local} />
      </div>
    </fieldset>
  );
};

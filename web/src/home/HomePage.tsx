import { HardDrive, Link as LinkIcon, Upload } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useSession } from '../account/session';
import { nearestAddress } from '../api/regions';
import { createRoom } from '../api/rooms';
import { PageHead } from '../app/PageHead';
import { OpenRoomsLink } from '../openRooms/OpenRoomsLink';
import type { FilmChoice } from '../room/port';
import { useTexts } from '../texts/language';
import { AddressForm } from './AddressForm';
import { FilmFile } from './FilmFile';
import { MyRooms } from './MyRooms';
import { UploadPanel } from './UploadPanel';
import { useDroppedFile } from './useDroppedFile';
import { type UploadState, useUpload } from './useUpload';
import { useVisit } from './useVisit';
import './home.css';

const FriendsHere = lazy(async () => ({
  default: (await import('../friends/FriendsHere')).FriendsHere,
}));

const ShareCopy = lazy(async () => ({
  default: (await import('../copies/ShareCopy')).ShareCopy,
}));

/** Opens a room with a film and goes there; says whether that is under way or has failed. */
const useOpenRoom = () => {
  const visit = useVisit();
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle');
  const open = useCallback(
    async (film?: FilmChoice) => {
      setState('opening');
      const result = await createRoom(film);
      if (result.type === 'done') visit(result.value);
      else setState('failed');
    },
    [visit],
  );
  return { state, open };
};

type TilesProps = {
  readonly onFile: (file: File) => void;
  readonly onPaste: () => void;
  readonly onOwnCopy: () => void;
};

const Tiles = ({ onFile, onPaste, onOwnCopy }: TilesProps) => {
  const { home: texts, ownCopy } = useTexts();
  return (
    <div className="tiles">
      <FilmFile className="tile" onFile={onFile}>
        <Upload size={20} strokeWidth={1.75} aria-hidden="true" />
        <strong>{texts.dropTitle}</strong>
        <span>{texts.dropText}</span>
      </FilmFile>
      <button type="button" className="tile" onClick={onPaste}>
        <LinkIcon size={20} strokeWidth={1.75} aria-hidden="true" />
        <strong>{texts.pasteTitle}</strong>
        <span>{texts.pasteText}</span>
      </button>
      <button type="button" className="tile" onClick={onOwnCopy}>
        <HardDrive size={20} strokeWidth={1.75} aria-hidden="true" />
        <strong>{ownCopy.choose}</strong>
        <span>{ownCopy.text}</span>
      </button>
    </div>
  );
};

const nothing = (): void => {};

type WaysProps = Pick<TilesProps, 'onFile' | 'onPaste'> & {
  readonly sending: UploadState;
  readonly isOwnCopy: boolean;
  readonly onOwnCopy: (isOwnCopy: boolean) => void;
  readonly onCancel: () => void;
  readonly onFilm: (film: FilmChoice) => void;
};

/** The ways to begin, or the one that was taken. */
const Ways = ({ sending, isOwnCopy, onFile, onPaste, onOwnCopy, onCancel, onFilm }: WaysProps) => {
  const texts = useTexts().home;
  if (isOwnCopy)
    return (
      <Suspense>
        <ShareCopy action={texts.watch} onFilm={onFilm} onCancel={() => onOwnCopy(false)} />
      </Suspense>
    );
  return sending.type === 'none' ? (
    <Tiles onFile={onFile} onPaste={onPaste} onOwnCopy={() => onOwnCopy(true)} />
  ) : (
    <UploadPanel state={sending} onCancel={onCancel} onRetry={onFile} />
  );
};

/** Where everything begins: paste an address, drop a film, or go back to a room. */
export const HomePage = () => {
  const texts = useTexts();
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const { state, open } = useOpenRoom();
  const { state: sending, start, cancel } = useUpload(nearestAddress, open);
  const [isOwnCopy, setOwnCopy] = useState(false);
  const isOver = useDroppedFile(isOwnCopy ? nothing : start);
  const trouble = state === 'failed' ? `${texts.home.noRoom} ${texts.common.tryAgain}.` : undefined;
  return (
    <div className="home">
      <title>{`Matinee · ${texts.common.tagline}`}</title>
      <PageHead />
      <main>
        <h1>
          {texts.home.headline[0]} <br />
          {texts.home.headline[1]}
        </h1>
        <p className="home-lead">{texts.home.lead}</p>
        <section className="starter sheet" data-over={isOver}>
          <AddressForm
            action={state === 'opening' ? texts.home.opening : texts.home.watch}
            isBusy={state === 'opening'}
            trouble={trouble}
            field={field}
            onAddress={open}
          />
          <Ways
            sending={sending}
            isOwnCopy={isOwnCopy}
            onFile={start}
            onPaste={() => field.current?.focus()}
            onOwnCopy={setOwnCopy}
            onCancel={cancel}
            onFilm={open}
          />
        </section>
        <OpenRoomsLink />
        {session.type === 'in' && (
          <Suspense>
            <FriendsHere key={session.account.id} />
          </Suspense>
        )}
        <MyRooms />
      </main>
      {isOver && !isOwnCopy && (
        <div className="drop-veil">
          <p>
            <Upload size={32} strokeWidth={1.75} aria-hidden="true" />
            {texts.home.dropHere}
          </p>
        </div>
      )}
    </div>
  );
};

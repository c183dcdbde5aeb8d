import { HardDrive, Link as LinkIcon, Upload } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { asMe, useSession } from '../account/session';
import { type LookAt, lookAsMe } from '../api/previews';
import { nearestAddress } from '../api/regions';
import { createRoom } from '../api/rooms';
import { PageHead } from '../app/PageHead';
import { OpenRoomsLink } from '../openRooms/OpenRoomsLink';
import type { FilmChoice } from '../room/port';
import { startingAt, startOfFilm } from '../room/startAt';
import { PlanLink } from '../screenings/PlanLink';
import { useTexts } from '../texts/language';
import { DropVeil } from '../uploads/DropVeil';
import type { Dropped } from '../uploads/dropped';
import { FilmFiles } from '../uploads/FilmFiles';
import type { Upload as FilmUpload, Goal } from '../uploads/item';
import { delivered, moveTo } from '../uploads/store';
import { UploadList } from '../uploads/UploadList';
import { useDroppedFiles } from '../uploads/useDroppedFiles';
import { useUploading } from '../uploads/useUploading';
import { useDelivery, useUploads } from '../uploads/useUploads';
import { AddressForm } from './AddressForm';
import { MyRooms } from './MyRooms';
import { useVisit } from './useVisit';
import './home.css';

const GoOnShelf = lazy(async () => ({
  default: (await import('../watched/GoOnShelf')).GoOnShelf,
}));

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
    async (film?: FilmChoice, upload?: FilmUpload) => {
      setState('opening');
      const result = await createRoom(film);
      if (result.type !== 'done') {
        setState('failed');
        return;
      }
      if (upload) {
        delivered(upload);
        moveTo(result.value.split('/').at(-1) ?? '');
      }
      visit(startingAt(result.value, startOfFilm(film)));
    },
    [visit],
  );
  const again = useCallback(() => setState('idle'), []);
  return { state, open, again };
};

type TilesProps = {
  readonly onChosen: (dropped: Dropped) => void;
  readonly onPaste: () => void;
  readonly onOwnCopy: () => void;
};

const Tiles = ({ onChosen, onPaste, onOwnCopy }: TilesProps) => {
  const { home: texts, ownCopy } = useTexts();
  return (
    <div className="tiles">
      <FilmFiles className="tile" onChosen={onChosen}>
        <Upload size={20} strokeWidth={1.75} aria-hidden="true" />
        <strong>{texts.dropTitle}</strong>
        <span>{texts.dropText}</span>
      </FilmFiles>
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

const lookAt: LookAt = (address, signal) => asMe(lookAsMe(address, signal));

const newRoom: Goal = { type: 'newRoom' };
const toNewRoom = () => newRoom;

/** Where everything begins: paste an address, drop a film, or go back to a room. */
export const HomePage = () => {
  const texts = useTexts();
  const session = useSession();
  const field = useRef<HTMLInputElement>(null);
  const { state, open, again } = useOpenRoom();
  const { leftOut, start } = useUploading(nearestAddress, toNewRoom);
  const uploads = useUploads(newRoom);
  const deliver = useCallback(
    (upload: FilmUpload, film: FilmChoice) => void open(film, upload),
    [open],
  );
  useDelivery(newRoom, state === 'idle', deliver);
  const [isOwnCopy, setOwnCopy] = useState(false);
  const isOver = useDroppedFiles(isOwnCopy ? nothing : start);
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
            look={session.type === 'in' ? lookAt : undefined}
            onAddress={open}
          />
          <UploadList uploads={uploads} leftOut={leftOut} onChosen={start} />
          {state === 'failed' && uploads.some(({ stage }) => stage.type === 'done') && (
            <button type="button" className="action" onClick={again}>
              {texts.upload.openRoom}
            </button>
          )}
          {isOwnCopy ? (
            <Suspense>
              <ShareCopy
                action={texts.home.watch}
                onFilm={open}
                onCancel={() => setOwnCopy(false)}
              />
            </Suspense>
          ) : (
            <Tiles
              onChosen={start}
              onPaste={() => field.current?.focus()}
              onOwnCopy={() => setOwnCopy(true)}
            />
          )}
        </section>
        <div className="home-ways">
          <OpenRoomsLink />
          <PlanLink />
        </div>
        {/* A document of its own: leaving it is leaving the room that it keeps. */}
        <a href="/peer" className="home-peer">
          {texts.home.withoutServer}
        </a>
        {session.type === 'in' && (
          <Suspense key={session.account.id}>
            <GoOnShelf />
            <FriendsHere />
          </Suspense>
        )}
        <MyRooms />
      </main>
      {isOver && !isOwnCopy && <DropVeil />}
    </div>
  );
};

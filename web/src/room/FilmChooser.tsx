import { HardDrive } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { AddressForm } from '../home/AddressForm';
import { useLookInRoom } from '../previews/useLookInRoom';
import { useTexts } from '../texts/language';
import type { Goal } from '../uploads/item';
import { UploadFilms } from '../uploads/UploadFilms';
import { useGoalOfRoom } from '../uploads/useUploads';
import type { FilmChoice, RoomPort } from './port';
import '../home/home.css';

const ShareCopy = lazy(async () => ({
  default: (await import('../copies/ShareCopy')).ShareCopy,
}));

type FilmChooserProps = {
  readonly port: RoomPort;
  readonly onFilm: (film: FilmChoice) => void;
};

/** Chooses a film for the room: by address, by files to upload, dropped on the page or not, of which the others come up next, or by one of which each plays an own copy. */
export const FilmChooser = ({ port, onFilm }: FilmChooserProps) => {
  const { room: texts, ownCopy } = useTexts();
  const next = useGoalOfRoom();
  const look = useLookInRoom(port);
  const goalOf = useCallback(
    (index: number): Goal => (index === 0 ? { ...next, how: 'load' } : next),
    [next],
  );
  const [isOwnCopy, setOwnCopy] = useState(false);
  if (isOwnCopy)
    return (
      <Suspense>
        <ShareCopy action={texts.load} onFilm={onFilm} onCancel={() => setOwnCopy(false)} />
      </Suspense>
    );
  return (
    <div className="chooser">
      <AddressForm action={texts.load} isBusy={false} look={look} onAddress={onFilm} />
      {port.server && (
        <UploadFilms
          port={port}
          goalOf={goalOf}
          text={texts.upload}
          className="pill chooser-file"
          takesDropped
        />
      )}
      <button type="button" className="pill" onClick={() => setOwnCopy(true)}>
        <HardDrive size={18} strokeWidth={1.75} aria-hidden="true" />
        {ownCopy.choose}
      </button>
      {!port.server && <p className="chooser-note">{texts.noUploads}</p>}
    </div>
  );
};

import { HardDrive, Upload } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { lookInRoom } from '../api/previews';
import { AddressForm } from '../home/AddressForm';
import { useTexts } from '../texts/language';
import { FilmFiles } from '../uploads/FilmFiles';
import type { Goal } from '../uploads/item';
import { UploadList } from '../uploads/UploadList';
import { useDroppedFiles } from '../uploads/useDroppedFiles';
import { useUploading } from '../uploads/useUploading';
import { useGoalOfRoom, useUploads } from '../uploads/useUploads';
import type { FilmChoice, RoomPort } from './port';
import '../home/home.css';

const ShareCopy = lazy(async () => ({
  default: (await import('../copies/ShareCopy')).ShareCopy,
}));

const nothing = (): void => {};

type FilmChooserProps = {
  readonly port: RoomPort;
  readonly onFilm: (film: FilmChoice) => void;
};

/** Chooses a film for the room: by address, by files to upload, dropped on the page or not, of which the others come up next, or by one of which each plays an own copy. */
export const FilmChooser = ({ port, onFilm }: FilmChooserProps) => {
  const { room: texts, ownCopy } = useTexts();
  const address = useCallback(() => Promise.resolve(port.address()), [port]);
  const next = useGoalOfRoom();
  const look = useMemo(() => lookInRoom(next.room), [next]);
  const goalOf = useCallback(
    (index: number): Goal => (index === 0 ? { ...next, how: 'load' } : next),
    [next],
  );
  const { leftOut, start } = useUploading(address, goalOf);
  const uploads = useUploads(next);
  const [isOwnCopy, setOwnCopy] = useState(false);
  useDroppedFiles(isOwnCopy ? nothing : start);
  if (isOwnCopy)
    return (
      <Suspense>
        <ShareCopy action={texts.load} onFilm={onFilm} onCancel={() => setOwnCopy(false)} />
      </Suspense>
    );
  return (
    <div className="chooser">
      <AddressForm action={texts.load} isBusy={false} look={look} onAddress={onFilm} />
      <UploadList uploads={uploads} leftOut={leftOut} onChosen={start} />
      <FilmFiles className="pill chooser-file" onChosen={start}>
        <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.upload}
      </FilmFiles>
      <button type="button" className="pill" onClick={() => setOwnCopy(true)}>
        <HardDrive size={18} strokeWidth={1.75} aria-hidden="true" />
        {ownCopy.choose}
      </button>
    </div>
  );
};

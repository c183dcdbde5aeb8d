import { HardDrive, Upload } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { AddressForm } from '../home/AddressForm';
import { FilmFile } from '../home/FilmFile';
import { UploadPanel } from '../home/UploadPanel';
import { useDroppedFile } from '../home/useDroppedFile';
import { useUpload } from '../home/useUpload';
import { useTexts } from '../texts/language';
import type { FilmChoice, RoomPort } from './port';
import '../home/home.css';

const ShareCopy = lazy(async () => ({
  default: (await import('../copies/ShareCopy')).ShareCopy,
}));

const nothing = (): void => {};

/** Chooses a film for the room: by address, by a file to upload, dropped on the page or not, or by one of which each plays an own copy. */
export const FilmChooser = ({
  port,
  onFilm,
}: {
  readonly port: RoomPort;
  readonly onFilm: (film: FilmChoice) => void;
}) => {
  const { room: texts, ownCopy } = useTexts();
  const address = useCallback(() => Promise.resolve(port.address()), [port]);
  const { state, start, cancel } = useUpload(address, onFilm);
  const [isOwnCopy, setOwnCopy] = useState(false);
  useDroppedFile(isOwnCopy ? nothing : start);
  if (isOwnCopy)
    return (
      <Suspense>
        <ShareCopy action={texts.load} onFilm={onFilm} onCancel={() => setOwnCopy(false)} />
      </Suspense>
    );
  return (
    <div className="chooser">
      <AddressForm action={texts.load} isBusy={false} onAddress={onFilm} />
      {state.type === 'none' ? (
        <>
          <FilmFile className="pill chooser-file" onFile={start}>
            <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
            {texts.upload}
          </FilmFile>
          <button type="button" className="pill" onClick={() => setOwnCopy(true)}>
            <HardDrive size={18} strokeWidth={1.75} aria-hidden="true" />
            {ownCopy.choose}
          </button>
        </>
      ) : (
        <UploadPanel state={state} onCancel={cancel} onRetry={start} />
      )}
    </div>
  );
};

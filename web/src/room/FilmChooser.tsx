import { Upload } from 'lucide-react';
import { useCallback } from 'react';
import { AddressForm } from '../home/AddressForm';
import { FilmFile } from '../home/FilmFile';
import { UploadPanel } from '../home/UploadPanel';
import { useDroppedFile } from '../home/useDroppedFile';
import { useUpload } from '../home/useUpload';
import { useTexts } from '../texts/language';
import type { FilmChoice, RoomPort } from './port';
import '../home/home.css';

/** Chooses a film for the room: by address, by file, or by a file dropped on the page. */
export const FilmChooser = ({
  port,
  onFilm,
}: {
  readonly port: RoomPort;
  readonly onFilm: (film: FilmChoice) => void;
}) => {
  const texts = useTexts().room;
  const address = useCallback(() => Promise.resolve(port.address()), [port]);
  const { state, start, cancel } = useUpload(address, onFilm);
  useDroppedFile(start);
  return (
    <div className="chooser">
      <AddressForm action={texts.load} isBusy={false} onAddress={onFilm} />
      {state.type === 'none' ? (
        <FilmFile className="pill chooser-file" onFile={start}>
          <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
          {texts.upload}
        </FilmFile>
      ) : (
        <UploadPanel state={state} onCancel={cancel} onRetry={start} />
      )}
    </div>
  );
};

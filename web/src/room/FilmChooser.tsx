import { Upload } from 'lucide-react';
import { useCallback } from 'react';
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

type FilmChooserProps = {
  readonly port: RoomPort;
  readonly onFilm: (film: FilmChoice) => void;
};

/** Chooses a film for the room: by address, by file, or by files dropped on the page. Of several the others come up next. */
export const FilmChooser = ({ port, onFilm }: FilmChooserProps) => {
  const texts = useTexts().room;
  const address = useCallback(() => Promise.resolve(port.address()), [port]);
  const next = useGoalOfRoom();
  const goalOf = useCallback(
    (index: number): Goal => (index === 0 ? { ...next, how: 'load' } : next),
    [next],
  );
  const { leftOut, start } = useUploading(address, goalOf);
  const uploads = useUploads(next);
  useDroppedFiles(start);
  return (
    <div className="chooser">
      <AddressForm action={texts.load} isBusy={false} onAddress={onFilm} />
      <UploadList uploads={uploads} leftOut={leftOut} onChosen={start} />
      <FilmFiles className="pill chooser-file" onChosen={start}>
        <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
        {texts.upload}
      </FilmFiles>
    </div>
  );
};

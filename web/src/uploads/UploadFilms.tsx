import { Upload } from 'lucide-react';
import { useCallback } from 'react';
import type { RoomPort } from '../room/port';
import { FilmFiles } from './FilmFiles';
import type { Goal } from './item';
import { UploadList } from './UploadList';
import { useDroppedFiles } from './useDroppedFiles';
import { useUploading } from './useUploading';
import { useGoalOfRoom, useUploads } from './useUploads';

type UploadFilmsProps = {
  readonly port: RoomPort;
  /** What each of the films is for that are chosen at once. */
  readonly goalOf: (index: number) => Goal;
  readonly text: string;
  readonly className: string;
  /** Also those that are dropped on the page. */
  readonly takesDropped?: boolean;
};

const nothing = (): void => {};

/** Uploads films to the room's server, and shows those that are on their way. */
export const UploadFilms = ({
  port,
  goalOf,
  text,
  className,
  takesDropped = false,
}: UploadFilmsProps) => {
  const address = useCallback(() => Promise.resolve(port.address()), [port]);
  const { leftOut, start } = useUploading(address, goalOf);
  const uploads = useUploads(useGoalOfRoom());
  useDroppedFiles(takesDropped ? start : nothing);
  return (
    <>
      <UploadList uploads={uploads} leftOut={leftOut} onChosen={start} />
      <FilmFiles className={className} onChosen={start}>
        <Upload size={18} strokeWidth={1.75} aria-hidden="true" />
        {text}
      </FilmFiles>
    </>
  );
};

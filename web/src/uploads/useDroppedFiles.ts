import { useCallback } from 'react';
import { useDrop } from '../ui/useDrop';
import { type Dropped, droppedIn } from './dropped';

/** Takes files and folders dropped anywhere on the page. Gives whether some are being held over it. */
export const useDroppedFiles = (onDropped: (dropped: Dropped) => void): boolean =>
  useDrop(
    useCallback(
      (data: DataTransfer) => {
        void droppedIn(data).then(onDropped);
      },
      [onDropped],
    ),
  );

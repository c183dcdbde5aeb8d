import { useCallback } from 'react';
import { useDrop } from './useDrop';

type OnFile = (file: File, handle?: Promise<FileSystemHandle | null>) => void;

/** Takes a file dropped anywhere on the page, with what opens it again later where the browser has such a thing. */
export const useDroppedFile = (onFile: OnFile): void => {
  useDrop(
    useCallback(
      ({ files, items }: DataTransfer) => {
        const file = files[0];
        const handle = items[0]?.getAsFileSystemHandle?.();
        if (file) onFile(file, handle);
      },
      [onFile],
    ),
  );
};

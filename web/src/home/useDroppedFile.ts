import { useEffect, useState } from 'react';

const carriesFile = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

type OnFile = (file: File, handle?: Promise<FileSystemHandle | null>) => void;

/**
 * Takes a file dropped anywhere on the page, with what opens it again later where the browser has such a thing. Gives whether one is being held
 * over it.
 */
export const useDroppedFile = (onFile: OnFile): boolean => {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const listening = new AbortController();
    const on = (
      type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      act: (event: DragEvent) => void,
    ) =>
      document.addEventListener(
        type,
        (event) => {
          if (!carriesFile(event)) return;
          event.preventDefault();
          act(event);
        },
        listening,
      );
    on('dragenter', () => setDepth((n) => n + 1));
    on('dragleave', () => setDepth((n) => Math.max(0, n - 1)));
    on('dragover', () => {});
    on('drop', (event) => {
      setDepth(0);
      const file = event.dataTransfer?.files[0];
      const handle = event.dataTransfer?.items[0]?.getAsFileSystemHandle?.();
      if (file) onFile(file, handle);
    });
    return () => listening.abort();
  }, [onFile]);
  return depth > 0;
};

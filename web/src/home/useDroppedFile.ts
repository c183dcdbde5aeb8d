import { useEffect, useState } from 'react';

const carriesFile = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Takes a file dropped anywhere on the page. Gives whether one is being held over it. */
export const useDroppedFile = (onFile: (file: File) => void): boolean => {
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
      if (file) onFile(file);
    });
    return () => listening.abort();
  }, [onFile]);
  return depth > 0;
};

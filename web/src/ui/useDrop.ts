import { useEffect, useState } from 'react';

const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Takes what is dropped anywhere on the page, if there are files in it. Gives whether some are being held over it. */
export const useDrop = (onDrop: (dropped: DataTransfer) => void): boolean => {
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
          if (!carriesFiles(event)) return;
          event.preventDefault();
          act(event);
        },
        listening,
      );
    on('dragenter', () => setDepth((n) => n + 1));
    on('dragleave', () => setDepth((n) => Math.max(0, n - 1)));
    on('dragover', () => {});
    on('drop', ({ dataTransfer }) => {
      setDepth(0);
      if (dataTransfer) onDrop(dataTransfer);
    });
    return () => listening.abort();
  }, [onDrop]);
  return depth > 0;
};

import type { Player } from '../player';
import type { Problem } from '../problem';
import { type ElementOptions, elementControls } from './element';

/** A player of a file on this disk, in an element that the page owns. Nothing of the file leaves the page. */
export const filePlayer = (
  file: Blob,
  options: Pick<ElementOptions, 'element' | 'engine' | 'nowMs'>,
): Player => {
  const { element } = options;
  const base = elementControls(options);
  const url = URL.createObjectURL(file);
  const failed = async (): Promise<void> =>
    base.tell({ type: 'problem', problem: await problemOf(file) });

  element.addEventListener('error', failed);
  element.src = url;
  element.load();
  return {
    ...base.player,
    close: () => {
      element.removeEventListener('error', failed);
      base.player.close();
      element.removeAttribute('src');
      element.load();
      URL.revokeObjectURL(url);
    },
  };
};

/** What is there to be read and does not play is of a kind that this browser does not know. */
const problemOf = async (file: Blob): Promise<Problem> => {
  try {
    await file.slice(0, 1).arrayBuffer();
    return { type: 'codec' };
  } catch {
    return { type: 'fileGone' };
  }
};

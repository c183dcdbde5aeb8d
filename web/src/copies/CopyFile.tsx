import { HardDrive } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { Picked } from './useInspection';

type CopyFileProps = {
  readonly className: string;
  readonly children: ReactNode;
  readonly onPick: (picked: Picked) => void;
};

/** Lets the person choose an own copy. Where the browser has a picker whose files can be opened again later, it is that one. */
export const CopyFile = ({ className, children, onPick }: CopyFileProps) => {
  const pick = async () => {
    const [handle] = (await window.showOpenFilePicker?.().catch(() => [])) ?? [];
    if (handle) onPick({ file: await handle.getFile(), handle });
  };
  const onClick = (event: MouseEvent) => {
    if (!window.showOpenFilePicker) return;
    event.preventDefault();
    void pick();
  };
  return (
    <label className={className}>
      <input
        type="file"
        className="unseen"
        accept="video/*,audio/*,.mkv"
        onClick={onClick}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onPick({ file });
        }}
      />
      <HardDrive size={18} strokeWidth={1.75} aria-hidden="true" />
      {children}
    </label>
  );
};

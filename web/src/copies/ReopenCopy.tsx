import { RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useCopiesTexts } from '../texts/copies/texts';
import { askedFor, type KeptCopy, keptCopies, permissionOf } from './handles';
import type { Picked } from './useInspection';

type ReopenCopyProps = {
  /** Of what is wanted. */
  readonly hash: string;
  readonly onPick: (picked: Picked) => void;
};

/** Opens again the file that was played here before, where the browser only wants to be asked. */
export const ReopenCopy = ({ hash, onPick }: ReopenCopyProps) => {
  const texts = useCopiesTexts();
  const [kept, setKept] = useState<KeptCopy>();
  useEffect(() => {
    let isWanted = true;
    void keptCopies.find(hash).then(async (found) => {
      if (found && (await permissionOf(found)) === 'prompt' && isWanted) setKept(found);
    });
    return () => {
      isWanted = false;
    };
  }, [hash]);
  if (!kept) return null;
  const reopen = async () => {
    const file = await askedFor(kept);
    if (file) onPick({ file, handle: kept.handle });
  };
  return (
    <button type="button" className="action" onClick={reopen}>
      <RotateCcw size={18} strokeWidth={1.75} aria-hidden="true" />
      {texts.reopen(kept.handle.name)}
    </button>
  );
};

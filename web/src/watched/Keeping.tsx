import { useState } from 'react';
import { useWatchedTexts } from '../texts/watched/texts';

/** Whether what the person watches is written down. */
export const Keeping = ({
  kept,
  onKeep,
}: {
  readonly kept: boolean;
  readonly onKeep: (kept: boolean) => Promise<void>;
}) => {
  const texts = useWatchedTexts();
  const [wished, setWished] = useState<boolean>();
  const wish = async (isKept: boolean) => {
    setWished(isKept);
    await onKeep(isKept);
    setWished(undefined);
  };
  return (
    <label className="watched-keeping">
      <input
        type="checkbox"
        checked={wished ?? kept}
        aria-busy={wished !== undefined}
        onChange={(event) => void wish(event.target.checked)}
      />
      <span>
        {texts.keep}
        <small>{texts.keepText}</small>
      </span>
    </label>
  );
};

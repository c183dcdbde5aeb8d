import { useState } from 'react';
import { useWatchedTexts } from '../texts/watched/texts';

type ChoiceProps = {
  readonly label: string;
  readonly text: string;
  readonly isOn: boolean;
  readonly onWish: (isOn: boolean) => Promise<void>;
};

const Choice = ({ label, text, isOn, onWish }: ChoiceProps) => {
  const [wished, setWished] = useState<boolean>();
  const wish = async (next: boolean) => {
    setWished(next);
    await onWish(next);
    setWished(undefined);
  };
  return (
    <label className="watched-keeping">
      <input
        type="checkbox"
        checked={wished ?? isOn}
        aria-busy={wished !== undefined}
        onChange={(event) => void wish(event.target.checked)}
      />
      <span>
        {label}
        <small>{text}</small>
      </span>
    </label>
  );
};

type ChoicesProps = {
  readonly kept: boolean;
  readonly shown: boolean;
  readonly onKeep: (kept: boolean) => Promise<void>;
  readonly onShow: (shown: boolean) => Promise<void>;
};

/** Whether what the person watches is written down, and whether friends see it. */
export const Choices = ({ kept, shown, onKeep, onShow }: ChoicesProps) => {
  const texts = useWatchedTexts();
  return (
    <>
      <Choice label={texts.keep} text={texts.keepText} isOn={kept} onWish={onKeep} />
      {kept && <Choice label={texts.show} text={texts.showText} isOn={shown} onWish={onShow} />}
    </>
  );
};

import { useState } from 'react';
import { type Account, removePortrait, setPortrait } from '../api/accounts';
import { Avatar } from '../people/avatar';
import { useTexts } from '../texts/language';
import { FileChoice } from '../ui/fileChoice';
import { Trouble } from '../ui/trouble';
import { asMe, nowKnownAs } from './session';
import { squareOf } from './square';
import { useAsking } from './useAsking';

/** How the person looks to friends, and another picture for it. */
export const Portrait = ({ account }: { readonly account: Account }) => {
  const texts = useTexts().account;
  const [isUnreadable, setUnreadable] = useState(false);
  const { isBusy, trouble, ask, reset } = useAsking();
  const { portrait, ...without } = account;
  const onFile = async (file: File) => {
    reset();
    const square = await squareOf(file);
    setUnreadable(square === undefined);
    if (square === undefined) return;
    await ask(async () => {
      const result = await asMe(setPortrait(square));
      if (result.type === 'done') nowKnownAs(result.value);
      return result;
    });
  };
  const onRemove = async () => {
    setUnreadable(false);
    if (await ask(() => asMe(removePortrait))) nowKnownAs(without);
  };
  const told = isUnreadable ? texts.noPicture : trouble;
  return (
    <div className="portrait" aria-busy={isBusy}>
      <Avatar id={account.id} name={account.name} portrait={portrait} isLarge />
      <div className="portrait-words">
        <strong>{texts.picture}</strong>
        <p className="hint">{texts.pictureHint}</p>
        <div className="account-actions">
          <FileChoice
            className="pill"
            accept="image/*"
            onFiles={([file]) => {
              if (file && !isBusy) void onFile(file);
            }}
          >
            {portrait === undefined ? texts.choosePicture : texts.changePicture}
          </FileChoice>
          {portrait !== undefined && (
            <button
              type="button"
              className="link-button"
              disabled={isBusy}
              onClick={() => void onRemove()}
            >
              {texts.removePicture}
            </button>
          )}
        </div>
      </div>
      {told && <Trouble text={told} />}
    </div>
  );
};

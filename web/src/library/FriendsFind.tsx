import { useState } from 'react';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import { showTitle, type Title } from '../api/library';
import { useLibraryTexts } from '../texts/library/texts';
import { Trouble } from '../ui/trouble';

type FriendsFindProps<Kind extends Title> = {
  readonly title: Kind;
  readonly onChanged: (title: Kind) => void;
};

/** Whether friends find a title, and what that means. */
export const FriendsFind = <Kind extends Title>({ title, onChanged }: FriendsFindProps<Kind>) => {
  const texts = useLibraryTexts();
  const { isBusy, trouble, ask } = useAsking();
  const [wished, setWished] = useState<boolean>();
  const show = async (shown: boolean) => {
    setWished(shown);
    if (await ask(() => asMe(showTitle(title, shown)))) onChanged({ ...title, shown });
    setWished(undefined);
  };
  return (
    <>
      <label className="watched-keeping">
        <input
          type="checkbox"
          checked={wished ?? title.shown ?? false}
          aria-busy={isBusy}
          onChange={(event) => void show(event.target.checked)}
        />
        <span>
          {texts.friendsFind}
          <small>{texts.friendsFindText}</small>
        </span>
      </label>
      {trouble && <Trouble text={trouble} />}
    </>
  );
};

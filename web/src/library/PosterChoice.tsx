import { useState } from 'react';
import { asMe } from '../account/session';
import { useAsking } from '../account/useAsking';
import type { PosterChanges, Title } from '../api/library';
import type { AsMe } from '../api/people';
import { useTexts } from '../texts/language';
import { useLibraryTexts } from '../texts/library/texts';
import { FileChoice } from '../ui/fileChoice';
import { Trouble } from '../ui/trouble';
import { wholeOf } from './wholeOf';

type PosterChoiceProps<Kind extends Title> = {
  readonly title: Kind;
  readonly changes: PosterChanges<Kind>;
  readonly onChanged: (title: Kind) => void;
};

/** Another poster for a title, from a file, or the one from the film again. */
export const PosterChoice = <Kind extends Title>({
  title,
  changes,
  onChanged,
}: PosterChoiceProps<Kind>) => {
  const all = useTexts();
  const texts = useLibraryTexts();
  const [isUnreadable, setUnreadable] = useState(false);
  const { isBusy, trouble, ask, reset } = useAsking();
  const change = (changed: AsMe<Kind>) =>
    ask(async () => {
      const result = await asMe(changed);
      if (result.type === 'done') onChanged(result.value);
      return result;
    });
  const onFile = async (file: File) => {
    reset();
    const picture = await wholeOf(file);
    setUnreadable(picture === undefined);
    if (picture !== undefined) await change(changes.choose(picture));
  };
  const onRemove = async () => {
    setUnreadable(false);
    await change(changes.remove);
  };
  const told = isUnreadable ? all.account.noPicture : trouble;
  const label = title.ownPoster ? texts.changePoster : texts.choosePoster;
  return (
    <div className="poster-choice" aria-busy={isBusy}>
      <FileChoice
        className="link-button"
        accept="image/*"
        onFiles={([file]) => {
          if (file && !isBusy) void onFile(file);
        }}
      >
        {isBusy ? texts.changingPoster : label}
      </FileChoice>
      {title.ownPoster && (
        <button
          type="button"
          className="link-button"
          disabled={isBusy}
          onClick={() => void onRemove()}
        >
          {title.type === 'film' ? texts.posterOfFilm : texts.posterOfEpisode}
        </button>
      )}
      {told && <Trouble text={told} />}
    </div>
  );
};

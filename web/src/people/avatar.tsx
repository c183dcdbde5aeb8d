import { useState } from 'react';
import type { Condition } from '../room/view';
import { useColour } from './colours';
import './avatar.css';

const initialOf = (name: string): string =>
  [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? '?';

type AvatarProps = {
  readonly id: string;
  readonly name: string;
  /** By which the portrait is seen; nothing if there is none. */
  readonly portrait?: string | undefined;
  readonly condition?: Condition;
  readonly isLarge?: boolean;
};

const portraitAt = (portrait: string, isLarge: boolean): string =>
  `/api/portraits/${portrait}/${isLarge ? 256 : 64}`;

/** A person by the portrait, else by a coloured initial, with a ring that tells the condition. The words beside it say the same. */
export const Avatar = ({ id, name, portrait, condition, isLarge = false }: AvatarProps) => {
  // It may have been replaced a moment ago; until the page hears of that, the initial stands there.
  const [gone, setGone] = useState<string>();
  return (
    <span
      className="avatar"
      data-colour={useColour(id)}
      data-condition={condition}
      data-large={isLarge}
      aria-hidden="true"
    >
      {portrait === undefined || portrait === gone ? (
        initialOf(name)
      ) : (
        <img src={portraitAt(portrait, isLarge)} alt="" onError={() => setGone(portrait)} />
      )}
    </span>
  );
};

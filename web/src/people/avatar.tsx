import { type Ref, useState } from 'react';
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
  /** The address of a picture that the page has already. */
  readonly picture?: string | undefined;
  readonly condition?: Condition;
  readonly isLarge?: boolean;
  readonly ref?: Ref<HTMLSpanElement>;
};

const portraitAt = (portrait: string | undefined, isLarge: boolean): string | undefined =>
  portrait && `/api/portraits/${portrait}/${isLarge ? 256 : 64}`;

/** A person by the portrait, else by a coloured initial, with a ring that tells the condition. The words beside it say the same. */
export const Avatar = ({
  id,
  name,
  portrait,
  picture,
  condition,
  isLarge = false,
  ref,
}: AvatarProps) => {
  // It may have been replaced a moment ago; until the page hears of that, the initial stands there.
  const [gone, setGone] = useState<string>();
  const source = picture ?? portraitAt(portrait, isLarge);
  return (
    <span
      ref={ref}
      className="avatar"
      data-colour={useColour(id)}
      data-condition={condition}
      data-large={isLarge}
      aria-hidden="true"
    >
      {source === undefined || source === gone ? (
        initialOf(name)
      ) : (
        <img src={source} alt="" onError={() => setGone(source)} />
      )}
    </span>
  );
};

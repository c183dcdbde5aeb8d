import type { Condition } from '../room/view';
import { useColour } from './colours';
import './avatar.css';

const initialOf = (name: string): string =>
  [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? '?';

type AvatarProps = { readonly id: string; readonly name: string; readonly condition?: Condition };

/** A person as a coloured initial, with a ring that tells the condition. The words beside it say the same. */
export const Avatar = ({ id, name, condition }: AvatarProps) => (
  <span
    className="avatar"
    data-colour={useColour(id)}
    data-condition={condition}
    aria-hidden="true"
  >
    {initialOf(name)}
  </span>
);

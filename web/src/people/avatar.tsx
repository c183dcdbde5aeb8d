import type { Condition } from '../room/view';
import './avatar.css';

const colours = 8;

/** One of eight colours, always the same for the same id. */
export const colourOf = (id: string): number =>
  ([...id].reduce(
    (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619),
    -2128831035,
  ) >>>
    7) %
  colours;

const initialOf = (name: string): string =>
  [...new Intl.Segmenter().segment(name.trim())][0]?.segment.toLocaleUpperCase() ?? '?';

type AvatarProps = { readonly id: string; readonly name: string; readonly condition?: Condition };

/** A person as a coloured initial, with a ring that tells the condition. The words beside it say the same. */
export const Avatar = ({ id, name, condition }: AvatarProps) => (
  <span className="avatar" data-colour={colourOf(id)} data-condition={condition} aria-hidden="true">
    {initialOf(name)}
  </span>
);

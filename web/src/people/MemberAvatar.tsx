import { useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Condition } from '../room/view';
import { whileInSight } from '../ui/inSight';
import { Avatar } from './avatar';
import { PortraitsContext } from './portraits';

type MemberAvatarProps = {
  readonly id: string;
  readonly name: string;
  readonly condition?: Condition;
};

/** A member of the room by the picture that it shows, if it does; the page asks for that once the member is in sight. */
export const MemberAvatar = ({ id, ...rest }: MemberAvatarProps) => {
  const portraits = useContext(PortraitsContext);
  const disc = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (disc.current === null) return;
    return whileInSight(disc.current, () => portraits.see(id));
  }, [portraits, id]);
  const picture = useSyncExternalStore(portraits.subscribe, () => portraits.of(id));
  return <Avatar ref={disc} id={id} picture={picture} {...rest} />;
};

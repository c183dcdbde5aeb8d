import { Eye, House, PackageX, Radar } from 'lucide-react';
import { usePeerTexts } from '../texts/peers/texts';
import { nameOfStun } from './ways';

/** What one has to know before one begins; `stun` is the server that will be asked, if one is. */
export const Truths = ({ stun }: { readonly stun: string }) => {
  const { truths } = usePeerTexts();
  const rows = [
    [Eye, truths.addresses],
    [House, truths.keeper],
    [PackageX, truths.absent],
    [Radar, stun === '' ? truths.noStun : truths.stun(nameOfStun(stun))],
  ] as const;
  return (
    <ul className="peer-list">
      {rows.map(([Icon, text]) => (
        <li key={text}>
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
};

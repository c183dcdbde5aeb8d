import { Check, DoorOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts/language';
import type { RoomPort } from './port';
import { type Banned, may, type RoomView } from './view';

/** Those who may not come back; of a giant they are fetched as the menu opens. */
const useBanned = (port: RoomPort, view: RoomView): readonly Banned[] => {
  const [fetched, setFetched] = useState<readonly Banned[]>([]);
  const isFetched = view.crowd !== undefined && may(view, 'UNBAN');
  useEffect(() => {
    let isWanted = isFetched;
    if (isFetched)
      void port.fetchBanned().then((banned) => {
        if (isWanted && banned) setFetched(banned);
      });
    return () => {
      isWanted = false;
    };
  }, [port, isFetched]);
  return isFetched ? fetched : view.banned;
};

/** Whether anybody new comes in, and whom to let back; for those who decide that. */
export const DoorChoice = ({
  port,
  view,
  onChosen,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly onChosen: () => void;
}) => {
  const texts = useTexts().door;
  const banned = useBanned(port, view);
  if (!may(view, 'LOCK')) return null;
  return (
    <>
      <h3 className="floating-head">{texts.title}</h3>
      <button
        type="button"
        role="menuitemcheckbox"
        aria-checked={view.isLocked}
        className="choice"
        onClick={() => {
          port.send({ type: 'setLocked', locked: !view.isLocked });
          onChosen();
        }}
      >
        <Check size={18} className={view.isLocked ? '' : 'hidden'} aria-hidden="true" />
        <span>
          {texts.lock}
          <small>{texts.lockText}</small>
        </span>
      </button>
      {banned.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          className="choice"
          onClick={() => {
            port.send({ type: 'unban', member: id });
            onChosen();
          }}
        >
          <DoorOpen size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="choice-words">{texts.unban(name)}</span>
        </button>
      ))}
    </>
  );
};

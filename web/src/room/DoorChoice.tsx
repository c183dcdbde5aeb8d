import { Check, DoorOpen } from 'lucide-react';
import { useTexts } from '../texts/language';
import type { RoomPort } from './port';
import { may, type RoomView } from './view';

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
      {view.banned.map(({ id, name }) => (
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

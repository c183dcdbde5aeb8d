import { Check, Crown, Users } from 'lucide-react';
import { useTexts } from '../texts/language';
import { Floating } from '../ui/floating';
import { GateChoice } from './GateChoice';
import type { RoomPort } from './port';
import { type ControlPolicy, type RoomView, selfIn } from './view';

const policies: readonly ControlPolicy[] = ['EVERYONE', 'HOST_ONLY'];

/** Who may control the film and for whom the room waits; the host can change both. */
export const ControlChoice = ({
  port,
  view,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
}) => {
  const texts = useTexts().room;
  const amHost = selfIn(view)?.isHost === true;
  const words = {
    EVERYONE: { name: texts.everyoneControls, text: texts.everyoneText },
    HOST_ONLY: { name: texts.hostControls, text: texts.hostText },
  };
  return (
    <Floating
      kind="menu"
      label={texts.whoControls}
      opener={(opener) => (
        <button
          type="button"
          className="pill control-choice"
          aria-label={words[view.control].name}
          {...opener}
        >
          {view.control === 'EVERYONE' ? (
            <Users size={18} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <Crown size={18} strokeWidth={1.75} aria-hidden="true" />
          )}
          <span className="wide-words">{words[view.control].name}</span>
        </button>
      )}
    >
      {(close) => (
        <>
          <h3 className="floating-head">{texts.whoControls}</h3>
          {policies.map((policy) => (
            <button
              key={policy}
              type="button"
              role="menuitemradio"
              aria-checked={policy === view.control}
              className="choice"
              disabled={!amHost}
              onClick={() => {
                if (policy !== view.control) port.send({ type: 'setControl', control: policy });
                close();
              }}
            >
              <Check
                size={18}
                className={policy === view.control ? '' : 'hidden'}
                aria-hidden="true"
              />
              <span>
                {words[policy].name}
                <small>{words[policy].text}</small>
              </span>
            </button>
          ))}
          <GateChoice port={port} view={view} onChosen={close} />
          {!amHost && <p className="floating-note">{texts.onlyHostMayChange}</p>}
        </>
      )}
    </Floating>
  );
};

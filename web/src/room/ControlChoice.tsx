import { ChevronDown, Crown, Hand, SlidersVertical, Users } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../texts/language';
import { Choice } from '../ui/choice';
import { Floating } from '../ui/floating';
import { controlled, controlOfAll, policyOf } from './control';
import { DoorChoice } from './DoorChoice';
import { GateChoice } from './GateChoice';
import type { RoomPort } from './port';
import { RegionChoice } from './RegionChoice';
import { SlowModeChoice } from './SlowModeChoice';
import { type Control, type ControlPolicy, may, type RoomView } from './view';
import { WritersChoice } from './WritersChoice';

const forAll = ['EVERYONE', 'HOST_ONLY'] as const;
const policies: readonly ControlPolicy[] = ['EVERYONE', 'ASK', 'HOST_ONLY'];

const icons = { EVERYONE: Users, ASK: Hand, HOST_ONLY: Crown, MIXED: SlidersVertical } as const;

type ChoiceProps = {
  readonly control: Control;
  /** The room has not decided on it yet. */
  readonly isWish: boolean;
  readonly isFixed: boolean;
  readonly onControl: (control: Control) => void;
};

/** The two choices that most rooms need: one policy for everything. */
const ForAll = ({ control, isWish, isFixed, onControl }: ChoiceProps) => {
  const texts = useTexts().room;
  const chosen = policyOf(control);
  const words = {
    EVERYONE: { name: texts.everyoneControls, text: texts.everyoneText },
    HOST_ONLY: { name: texts.hostControls, text: texts.hostText },
  };
  return forAll.map((policy) => (
    <Choice
      key={policy}
      {...words[policy]}
      isChosen={policy === chosen}
      isWish={isWish && policy === chosen}
      isFixed={isFixed}
      onChoose={() => onControl(controlOfAll(policy))}
    />
  ));
};

/** A policy for each action, behind a line that opens it; open from the start where they differ. */
const ForEach = ({ control, isWish, isFixed, onControl }: ChoiceProps) => {
  const texts = useTexts().room;
  const [isOpen, setOpen] = useState(!forAll.some((policy) => policy === policyOf(control)));
  return (
    <>
      <button
        type="button"
        role="menuitem"
        aria-expanded={isOpen}
        className="choice for-each"
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronDown size={18} aria-hidden="true" />
        {texts.forEach}
      </button>
      {isOpen &&
        controlled.map((action) => (
          // biome-ignore lint/a11y/useSemanticElements: a group within a menu is no fieldset.
          <div key={action} role="group" className="choice-row" aria-label={texts.actions[action]}>
            <span>{texts.actions[action]}</span>
            <span className="segments">
              {policies.map((policy) => (
                <button
                  key={policy}
                  type="button"
                  role="menuitemradio"
                  aria-checked={policy === control[action]}
                  aria-busy={isWish && policy === control[action]}
                  disabled={isFixed}
                  onClick={() => onControl({ ...control, [action]: policy })}
                >
                  {texts.policies[policy]}
                </button>
              ))}
            </span>
          </div>
        ))}
    </>
  );
};

/** Who may control the film and for whom the room waits; host and owner can change both. */
export const ControlChoice = ({
  port,
  view,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
}) => {
  const texts = useTexts().room;
  const { wished } = view;
  const policy = policyOf(view.control) ?? 'MIXED';
  /** What is chosen next adds to what was chosen, also where the room has not decided on that yet. */
  const control = wished.control ?? view.control;
  const isWish = wished.control !== undefined;
  const names = {
    EVERYONE: texts.everyoneControls,
    ASK: texts.askControls,
    HOST_ONLY: texts.hostControls,
    MIXED: texts.eachControls,
  };
  const Icon = icons[policy];
  const isFixed = !may(view, 'SET_CONTROL');
  const change = (next: Control) => {
    if (controlled.some((action) => next[action] !== control[action]))
      port.send({ type: 'setControl', control: next });
  };
  return (
    <Floating
      kind="menu"
      label={texts.whoControls}
      opener={(opener) => (
        <button
          type="button"
          className="pill control-choice"
          aria-label={names[policy]}
          {...opener}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
          <span className="wide-words">{names[policy]}</span>
        </button>
      )}
    >
      {(close) => (
        <>
          <h3 className="floating-head">{texts.whoControls}</h3>
          <ForAll
            control={control}
            isWish={isWish}
            isFixed={isFixed}
            onControl={(next) => {
              change(next);
              close();
            }}
          />
          <ForEach control={control} isWish={isWish} isFixed={isFixed} onControl={change} />
          <GateChoice port={port} view={view} onChosen={close} />
          <DoorChoice port={port} view={view} onChosen={close} />
          <WritersChoice port={port} view={view} />
          <SlowModeChoice port={port} view={view} />
          <RegionChoice port={port} view={view} onChosen={close} />
          {isFixed && <p className="floating-note">{texts.onlyHostMayChange}</p>}
        </>
      )}
    </Floating>
  );
};

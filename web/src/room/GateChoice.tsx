import { useTexts } from '../texts/language';
import { Choice } from '../ui/choice';
import type { RoomPort } from './port';
import { type Gate, may, type RoomView } from './view';

const twoThirds = 66;

/** What may be chosen; a quorum that another program set stays as it is until another choice is made. */
const gatesOf = (current: Gate): readonly Gate[] => [
  { type: 'everyone' },
  current.type === 'quorum' ? current : { type: 'quorum', percent: twoThirds },
  { type: 'host' },
  { type: 'noOne' },
];

/** For whom the room waits when a film stutters; the host can change it. */
export const GateChoice = ({
  port,
  view,
  onChosen,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
  readonly onChosen: () => void;
}) => {
  const texts = useTexts().gate;
  const isFixed = !may(view, 'SET_GATE');
  const wordsOf = (gate: Gate) => {
    switch (gate.type) {
      case 'quorum':
        return { name: texts.most, text: texts.mostText(gate.percent) };
      case 'everyone':
      case 'host':
      case 'noOne':
        return { name: texts[gate.type], text: texts[`${gate.type}Text`] };
    }
  };
  return (
    <>
      <h3 className="floating-head" id="gate-head">
        {texts.title}
      </h3>
      {gatesOf(view.gate).map((gate) => {
        const isChosen = gate.type === view.gate.type;
        return (
          <Choice
            key={gate.type}
            {...wordsOf(gate)}
            isChosen={isChosen}
            isFixed={isFixed}
            onChoose={() => {
              if (!isChosen) port.send({ type: 'setGate', gate });
              onChosen();
            }}
          />
        );
      })}
    </>
  );
};

import { useTexts } from '../texts/language';
import type { RoomPort } from './port';
import { SelectSetting } from './SelectSetting';
import { may, type RoomView, type Writers } from './view';

const choices: readonly Writers[] = ['EVERYBODY', 'MEMBERS', 'HOSTS'];

/** Who writes in the chat; for those who decide that. */
export const WritersChoice = ({
  port,
  view,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
}) => {
  const texts = useTexts().writers;
  if (!may(view, 'SET_WRITERS')) return null;
  return (
    <SelectSetting
      title={texts.title}
      text={texts.text}
      value={view.writers}
      onChoose={(value) => {
        const writers = choices.find((one) => one === value);
        if (writers) port.send({ type: 'setWriters', writers });
      }}
    >
      {choices.map((writers) => (
        <option key={writers} value={writers}>
          {texts.choice[writers]}
        </option>
      ))}
    </SelectSetting>
  );
};

import { useTexts } from '../texts/language';
import type { RoomPort } from './port';
import { SelectSetting } from './SelectSetting';
import { may, type RoomView } from './view';

const choices = [0, 5, 10, 30, 60, 300, 900] as const;

/** How long one waits between two messages; for those who decide that. */
export const SlowModeChoice = ({
  port,
  view,
}: {
  readonly port: RoomPort;
  readonly view: RoomView;
}) => {
  const texts = useTexts().slowMode;
  if (!may(view, 'SET_SLOW_MODE')) return null;
  const { slowSeconds } = view;
  const offered = [...new Set([...choices, ...(slowSeconds === undefined ? [] : [slowSeconds])])];
  return (
    <SelectSetting
      title={texts.title}
      text={texts.text}
      value={slowSeconds ?? ''}
      onChoose={(value) =>
        port.send({
          type: 'setSlowMode',
          ...(value === '' ? {} : { slowSeconds: Number(value) }),
        })
      }
    >
      <option value="">{texts.usual}</option>
      {offered
        .sort((a, b) => a - b)
        .map((seconds) => (
          <option key={seconds} value={seconds}>
            {seconds === 0 ? texts.off : texts.seconds(seconds)}
          </option>
        ))}
    </SelectSetting>
  );
};

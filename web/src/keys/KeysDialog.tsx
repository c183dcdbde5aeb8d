import type { Texts } from '../texts/en';
import { useTexts } from '../texts/language';
import { Dialog } from '../ui/dialog';
import './keys.css';

type Row = readonly [what: string, ...keys: readonly string[]];

const rowsOf = ({ keys, search }: Texts): readonly Row[] => [
  [keys.play, keys.space, 'K'],
  [keys.back, '←'],
  [keys.forward, '→'],
  [keys.frameBack, `${keys.shift} ←`, ','],
  [keys.frameOn, `${keys.shift} →`, '.'],
  [keys.mute, 'M'],
  [keys.fullScreen, 'F'],
  [keys.captions, 'C'],
  [keys.chat, '/'],
  [search.open, 'S'],
  [keys.show, '?'],
  [keys.close, 'Esc'],
];

/** Shows every key of a room. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const texts = useTexts();
  return (
    <Dialog title={texts.keys.title} onClose={onClose}>
      <dl className="keys">
        {rowsOf(texts).map(([what, ...keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && <span className="keys-or">{texts.keys.or}</span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};

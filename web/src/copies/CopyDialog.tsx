import type { Fingerprint } from '@matinee/link/media';
import type { Film } from '../room/view';
import { useCopiesTexts } from '../texts/copies/texts';
import { Dialog } from '../ui/dialog';
import { ChooseCopy } from './ChooseCopy';
import { ShiftField } from './ShiftField';
import { chosenCopy, putCopy } from './shelf';

type CopyDialogProps = {
  readonly film: Film;
  readonly wanted: Fingerprint;
  readonly onChosen: () => void;
  readonly onClose: () => void;
};

/** The copy that this person plays: which file it is, how it stands to the others', and the way to another one. */
export const CopyDialog = ({ film, wanted, onChosen, onClose }: CopyDialogProps) => {
  const texts = useCopiesTexts();
  const copy = chosenCopy(wanted);
  const chosen = () => {
    onChosen();
    onClose();
  };
  return (
    <Dialog title={texts.mine} onClose={onClose}>
      <div className="copy">
        {copy && (
          <p className="copy-wanted">
            <strong>{copy.file.name}</strong>
            <span>{copy.isSame ? texts.same : texts.notSame}</span>
          </p>
        )}
        {copy && !copy.isSame && (
          <ShiftField
            shiftMs={copy.shiftMs}
            onShift={(shiftMs) => putCopy(wanted, { ...copy, shiftMs })}
          />
        )}
        <ChooseCopy film={film} wanted={wanted} onChosen={chosen} />
      </div>
    </Dialog>
  );
};

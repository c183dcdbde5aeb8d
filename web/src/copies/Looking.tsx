import { useCopiesTexts } from '../texts/copies/texts';
import { useTexts } from '../texts/language';
import { Trouble } from '../ui/trouble';
import type { Inspecting } from './useInspection';

type LookingProps = {
  readonly state: Extract<Inspecting, { type: 'looking' | 'fault' }>;
  readonly onCancel: () => void;
};

/** How far a file has been looked at, or what is wrong with it. */
export const Looking = ({ state, onCancel }: LookingProps) => {
  const common = useTexts().common;
  const texts = useCopiesTexts();
  if (state.type === 'fault') return <Trouble text={texts.faults[state.fault]} />;
  return (
    <>
      <div className="upload-head">
        <p className="upload-name">{texts.looking(state.name)}</p>
        <button type="button" className="pill" onClick={onCancel}>
          {common.cancel}
        </button>
      </div>
      <progress className="upload-bar" aria-label={texts.progress} value={state.share} max={1} />
    </>
  );
};

import { inStepMs } from '../people/syncError';
import { useTexts } from '../texts/language';
import { hereIn, type RoomView } from './view';

type Chip = {
  readonly tone: 'green' | 'amber' | 'grey';
  readonly text: string;
  readonly brief: string;
  readonly hint: string;
};

/** What the mark beside the title says of the room. */
const useChip = (view: RoomView): Chip => {
  const texts = useTexts().room;
  const grey = (text: string): Chip => ({
    tone: 'grey',
    text,
    brief: text,
    hint: texts.inStepUnknown,
  });
  if (hereIn(view) < 2) return grey(texts.alone);
  if (view.stage.type === 'idle' || view.stage.playback.type === 'paused')
    return grey(texts.resting);
  if (view.stage.playback.type === 'waiting') return { ...grey(texts.waiting), tone: 'amber' };
  if (!view.inStep) return grey(texts.measuring);
  const { skewMs, boundMs } = view.inStep;
  const ms = String(Math.round(skewMs));
  const isGreen = skewMs <= inStepMs;
  return {
    tone: isGreen ? 'green' : 'amber',
    text: isGreen ? texts.inStep(ms) : texts.almost(ms),
    brief: texts.inStepBrief(ms),
    hint:
      boundMs === undefined
        ? texts.ownStepHint
        : texts.inStepHint(String(Math.max(1, Math.round(boundMs)))),
  };
};

/** The largest difference between two people, in ms, honest about how well it is known. */
export const InStepChip = ({ view }: { readonly view: RoomView }) => {
  const { tone, text, brief, hint } = useChip(view);
  return (
    <span
      className="step numbers"
      data-tone={tone}
      data-testid="in-step"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the hint must be reachable by keyboard.
      tabIndex={0}
      aria-description={hint}
    >
      <i aria-hidden="true" />
      <span className="step-long">{text}</span>
      <span className="step-brief" aria-hidden="true">
        {brief}
      </span>
      <span className="step-hint" aria-hidden="true">
        {hint}
      </span>
    </span>
  );
};

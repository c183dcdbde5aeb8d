import type { RoomState } from '@matinee/link/roomState';
import type { Control, ControlPolicy } from './view';

/** What the control decides on, in the order in which people are asked. */
export const controlled = ['playPause', 'seek', 'speed', 'load', 'queue'] as const;

/** With the policy for the queue told, which is left out where it is as that for the film. */
export const wholeControl = (control: RoomState['control']): Control => ({
  ...control,
  queue: control.queue ?? control.load,
});

/** The same policy for each. */
export const controlOfAll = (policy: ControlPolicy): Control => ({
  load: policy,
  playPause: policy,
  seek: policy,
  speed: policy,
  queue: policy,
});

/** The policy that is the same for each; nothing if they differ. */
export const policyOf = (control: Control): ControlPolicy | undefined =>
  controlled.every((one) => control[one] === control.load) ? control.load : undefined;

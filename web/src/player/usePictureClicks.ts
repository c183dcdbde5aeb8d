import { type MouseEvent, useEffect, useRef } from 'react';
import { later } from '../device/clock';

const doubleMs = 230;

/**
 * Tells a click on the picture from a double one, so that a double click does not stop and start the film for everyone. A touch does
 * neither: it brings the controls.
 */
export const usePictureClicks = (onSingle: () => void, onDouble: () => void) => {
  const callOff = useRef<() => void>(undefined);
  useEffect(() => () => callOff.current?.(), []);
  const onClick = ({ detail, nativeEvent }: MouseEvent) => {
    if (nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch') return;
    callOff.current?.();
    if (detail === 1) callOff.current = later(doubleMs, onSingle);
    else if (detail === 2) onDouble();
  };
  return { onClick };
};

import { useEffect, useEffectEvent } from 'react';

/** Runs `draw` before each frame that the browser paints; not at all while the page is hidden. */
export const useFrames = (draw: () => void): void => {
  const onFrame = useEffectEvent(draw);
  useEffect(() => {
    let next = 0;
    const run = () => {
      onFrame();
      next = requestAnimationFrame(run);
    };
    next = requestAnimationFrame(run);
    return () => cancelAnimationFrame(next);
  }, []);
};

/** A sync error as people read it: `±0`, `+2` (ahead), `−14` (behind). Whole milliseconds. */
export const signedMs = (errorMs: number): string => {
  const whole = Math.round(errorMs);
  if (whole === 0) return '±0';
  return whole > 0 ? `+${whole}` : `−${-whole}`;
};

/** Below this, people perceive the same moment: in ms. */
export const inStepMs = 40;

/** Stands where every case has been dealt with: a new one fails to compile. */
export const assertNever = (value: never): never => {
  throw new Error(`not dealt with: ${JSON.stringify(value)}`);
};

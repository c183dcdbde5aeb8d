/** What a stream has told in whole events: the numbers, and whether it is another friend who is here. */
export type Told = {
  readonly numbers: readonly number[];
  readonly friends: boolean;
  /** What is not a whole event yet. */
  readonly rest: string;
};

/** Reads what the stream said so far. */
export const told = (text: string): Told => {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  const numbers = parts.flatMap((event) => {
    const id = /^id: (\d{1,15})$/mu.exec(event)?.[1];
    return id === undefined ? [] : [Number(id)];
  });
  return { numbers, friends: parts.some((event) => /^event: friends$/mu.test(event)), rest };
};

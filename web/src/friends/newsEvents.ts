/** What the stream said so far and is not a whole event yet, and the numbers of the events that are. */
export const numbersIn = (
  text: string,
): { readonly numbers: readonly number[]; readonly rest: string } => {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  const numbers = parts.flatMap((event) => {
    const id = /^id: (\d{1,15})$/mu.exec(event)?.[1];
    return id === undefined ? [] : [Number(id)];
  });
  return { numbers, rest };
};

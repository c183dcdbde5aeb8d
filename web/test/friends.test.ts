import { expect, it } from 'vitest';
import { handleOfLink, linkToAdd, targetOf } from '../src/friends/target';

it.each(['K1QM-20PD', ' k1qm20pd ', 'klqm-2opd', 'KIQM 2OPD'])(
  'the handle %j is the same however it is typed',
  (typed) => {
    expect(targetOf(typed)).toEqual({ type: 'valid', value: 'K1QM-20PD' });
  },
);

it('an address stays as it was typed', () => {
  expect(targetOf(' Anna@example.org ')).toEqual({ type: 'valid', value: 'Anna@example.org' });
});

it.each(['', 'Anna', 'K1QM-20P', 'K1QM-20PDA', 'К1QM-20PD', 'U1QM-20PD', 'anna@'])(
  '%j names nobody',
  (typed) => {
    expect(targetOf(typed)).toEqual({ type: 'invalid' });
  },
);

it('the link to add somebody brings the handle back, and never tells it to the server', () => {
  const link = new URL(linkToAdd('K1QM-20PD', 'https://films.example.org/people?a=b#c'));

  expect(`${link.pathname}${link.search}`).toBe('/people');
  expect(handleOfLink(link.hash)).toBe('K1QM-20PD');
});

it.each(['', '#add=', '#add=anna@example.org', '#else=K1QM-20PD'])('%j adds nobody', (hash) => {
  expect(handleOfLink(hash)).toBeUndefined();
});

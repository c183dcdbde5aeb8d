import { expect, it } from 'vitest';
import { isLocalOnly, linkAt } from '../src/invite/linkForOthers';

it('a link at another address of the server leads to the same room', () => {
  expect(linkAt('http://192.168.1.20:8080', 'http://localhost:8080/r/abc?x=1#y')).toBe(
    'http://192.168.1.20:8080/r/abc?x=1#y',
  );
});

it('an address on this computer alone cannot be sent to others', () => {
  const local = ['localhost', '127.0.0.1', '[::1]', '192.168.1.20', 'example.org'].map(isLocalOnly);

  expect(local).toEqual([true, true, true, false, false]);
});

import { expect, it } from 'vitest';
import { addressesOf } from '../src/invite/addresses';

it('reads addresses that are parted by commas, semicolons, spaces and lines, each once', () => {
  expect(
    addressesOf(' ann@example.org, ben@example.org;\n\teve@example.org ANN@example.org'),
  ).toEqual({
    type: 'valid',
    value: ['ann@example.org', 'ben@example.org', 'eve@example.org'],
  });
});

it('says which word is no address', () => {
  expect(addressesOf('ann@example.org ben')).toEqual({ type: 'noAddress', text: 'ben' });
});

it('wants at least one and at most twenty', () => {
  const many = Array.from({ length: 21 }, (_, at) => `${at}@example.org`).join();

  expect(addressesOf(' , ')).toEqual({ type: 'none' });
  expect(addressesOf(many)).toEqual({ type: 'tooMany', count: 21 });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { piecesOf } from '../src/chat/pieces';

it('times within the film become places in it', () => {
  const pieces = piecesOf('that shot 42:07, or 1:02:11?', 5_900_000);

  expect(pieces).toEqual([
    { type: 'words', text: 'that shot ' },
    { type: 'position', text: '42:07', positionMs: 2_527_000 },
    { type: 'words', text: ', or ' },
    { type: 'position', text: '1:02:11', positionMs: 3_731_000 },
    { type: 'words', text: '?' },
  ]);
});

it('a time beyond the end of the film stays words', () => {
  const pieces = piecesOf('at 12:30', 60_000);

  expect(pieces).toEqual([{ type: 'words', text: 'at 12:30' }]);
});

it.each(['1:2', '12:60', '2026-11-21T10:20:30:40', '3:1:00:00', '1.2:30'])(
  '%s is no time',
  (text) => {
    const types = piecesOf(text).map(({ type }) => type);

    expect(types).toEqual(['words']);
  },
);

it('only http and https addresses become links, without the full stop behind them', () => {
  const pieces = piecesOf('see https://example.org/a?b=1#12:30. not javascript:alert(1)');

  expect(pieces).toEqual([
    { type: 'words', text: 'see ' },
    {
      type: 'link',
      text: 'https://example.org/a?b=1#12:30',
      url: 'https://example.org/a?b=1#12:30',
    },
    { type: 'words', text: '. not javascript:alert(1)' },
  ]);
});

it('the pieces of any message, joined, are the message, and every link is http or https', () => {
  const bits = fc.constantFrom(
    'http://',
    'https://',
    'javascript:',
    '1:23',
    ':',
    '.',
    ' ',
    'x',
    '\n',
    '😀',
    '[',
    '%',
  );
  const messages = fc.oneof(
    fc.string(),
    fc.array(bits).map((parts) => parts.join('')),
  );

  fc.assert(
    fc.property(messages, (message) => {
      const pieces = piecesOf(message);
      expect(pieces.map(({ text }) => text).join('')).toBe(message);
      for (const piece of pieces) {
        if (piece.type === 'link') expect(piece.url).toMatch(/^https?:\/\//u);
      }
    }),
  );
});

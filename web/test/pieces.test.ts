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

it('who is mentioned becomes a mention, the longer name before the shorter, and nobody else', () => {
  const people = [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'Ann Lee' },
    { id: 'c', name: 'C++ (1:23)' },
  ];

  const pieces = piecesOf('@Ann Lee and @Ann, @Anna, @C++ (1:23)!', undefined, people);

  expect(pieces).toEqual([
    { type: 'mention', text: '@Ann Lee', id: 'b' },
    { type: 'words', text: ' and ' },
    { type: 'mention', text: '@Ann', id: 'a' },
    { type: 'words', text: ', @Anna, ' },
    { type: 'mention', text: '@C++ (1:23)', id: 'c' },
    { type: 'words', text: '!' },
  ]);
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'javascript&colon;alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'ftp://example.org/x',
  'ws://example.org/x',
  'blob:null/1',
  'about:blank',
  'view-source:about:blank',
  'mailto:a@example.org',
  'tel:+1234',
  'intent://example.org#Intent;end',
  'chrome://settings',
  'filesystem:x',
  '//example.org/x',
  'example.org',
  'www.example.org',
  'http:example.org',
  'https:/example.org',
  'https:\\\\example.org',
  'http//example.org',
  'https://',
  'http://:80/',
  'https://user@example.org/',
  'https://user:password@example.org/',
  'https://example.org@evil.example/',
  'https://example.org:443@evil.example/',
  'https://example.org%2f@evil.example/',
  'https://@evil.example/',
  'https://[::1/',
  'https://%mple',
  'https://example.org:99999/',
  'https://<b>',
  'https://999.999.999.999/',
  'https://\u202egro.elpmaxe',
  'https://\u200bexample.org',
  'hxxps://example.org',
])('%s stays text', (text) => {
  expect(piecesOf(text)).toEqual([{ type: 'words', text }]);
});

it.each([
  ['https://раураl.example/', 'xn--l-7sba6dbr.example'],
  ['https://%65xample.org/', 'example.org'],
  ['https://ｅxample.org/', 'example.org'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://0x7f.1/', '127.0.0.1'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['https://example。org/', 'example.org'],
])('where %s really leads is told', (text, host) => {
  expect(piecesOf(text)).toMatchObject([{ type: 'link', text, host }]);
});

it.each([
  ['https://example.org/"onmouseover="alert(1)', 'https://example.org/'],
  ['https://example.org/<script>', 'https://example.org/'],
  ['https://example.org\\@evil.example/', 'https://example.org/'],
  ['https://example.org/\u202egpj.exe', 'https://example.org/'],
  ['HTTPS://EXAMPLE.ORG:8443/A?B#@c', 'https://example.org:8443/A?B#@c'],
  ['(https://example.org/@anna).', 'https://example.org/@anna'],
])('of %s only the address is a link', (text, url) => {
  const links = piecesOf(text).filter(({ type }) => type === 'link');

  expect(links.map((link) => 'url' in link && [link.url, 'host' in link])).toEqual([[url, false]]);
});

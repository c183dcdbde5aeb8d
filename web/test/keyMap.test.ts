import { expect, it } from 'vitest';
import { actionOf, type Key } from '../src/keys/keyMap';

const plain = (key: string, rest: Partial<Key> = {}): Key => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...rest,
});

it.each([
  [plain(' '), { type: 'togglePlay' }],
  [plain('k'), { type: 'togglePlay' }],
  [plain('K'), { type: 'togglePlay' }],
  [plain('m'), { type: 'toggleMute' }],
  [plain('f'), { type: 'toggleFullScreen' }],
  [plain('c'), { type: 'toggleCaptions' }],
  [plain('/'), { type: 'writeMessage' }],
  [plain('s'), { type: 'searchMessages' }],
  [plain('?', { shiftKey: true }), { type: 'showKeys' }],
  [plain('ArrowLeft'), { type: 'seekBy', deltaMs: -5000 }],
  [plain('ArrowRight'), { type: 'seekBy', deltaMs: 5000 }],
  [plain('ArrowRight', { shiftKey: true }), { type: 'frame', direction: 1 }],
  [plain(','), { type: 'frame', direction: -1 }],
])('%o does %o', (key, action) => {
  expect(actionOf(key, 'page')).toEqual(action);
});

it.each([
  plain('f', { ctrlKey: true }),
  plain('ArrowLeft', { altKey: true }),
  plain('k', { metaKey: true }),
  plain('x'),
  plain('toString'),
])('%o is left to the browser', (key) => {
  expect(actionOf(key, 'page')).toBeUndefined();
});

it('a text keeps all its keys, a button its space, a slider its arrows', () => {
  const left = [
    actionOf(plain('k'), 'text'),
    actionOf(plain(' '), 'button'),
    actionOf(plain('ArrowLeft'), 'slider'),
    actionOf(plain('m'), 'button'),
  ];

  expect(left).toEqual([undefined, undefined, undefined, { type: 'toggleMute' }]);
});

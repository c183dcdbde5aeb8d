import { expect, it } from 'vitest';
import { destinationOf } from '../src/account/comeFrom';
import { emailOf, passwordOf } from '../src/account/credentials';
import { deviceNameOf } from '../src/account/deviceName';
import { textOfFailure } from '../src/account/failure';
import { en } from '../src/texts/en';

it.each([' anna@example.org ', 'Ännä@пример.рф', 'a+b@localhost'])('%s is an address', (typed) => {
  expect(emailOf(typed)).toEqual({ type: 'valid', value: typed.trim() });
});

it.each([
  '',
  'anna',
  'anna@',
  '@example.org',
  'an na@example.org',
  'a@b@c',
  `${'a'.repeat(243)}@example.org`,
  'a\u0000@example.org',
])('%j is no address', (typed) => {
  expect(emailOf(typed)).toEqual({ type: 'invalid', why: 'badEmail' });
});

it.each([
  ['seven77', { type: 'invalid', why: 'shortPassword' }],
  ['eight888', { type: 'valid', value: 'eight888' }],
  [' spaces count ', { type: 'valid', value: ' spaces count ' }],
  ['ß'.repeat(36), { type: 'valid', value: 'ß'.repeat(36) }],
  [`${'ß'.repeat(36)}s`, { type: 'invalid', why: 'longPassword' }],
])('the password %s is judged by its characters and its bytes', (typed, judged) => {
  expect(passwordOf(typed)).toEqual(judged);
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge, Windows',
  ],
  ['curl/8.14', ''],
])('a device is named as a person would', (userAgent, name) => {
  expect(deviceNameOf(userAgent)).toBe(name);
});

it.each([
  ['?to=%2Fr%2Fabc%3Fx%3D1', '/r/abc?x=1'],
  ['', '/'],
  ['?to=https://elsewhere.example/', '/'],
  ['?to=//elsewhere.example/', '/'],
  ['?to=%5C%5Celsewhere.example', '/'],
  ['?to=javascript:alert(1)', '/'],
  ['?to=account', '/account'],
])('after signing in, %j leads to %s', (search, destination) => {
  expect(destinationOf(search)).toBe(destination);
});

it('says what a refusal means here, when to come back, and what is not known', () => {
  const failed = { type: 'failed', status: 401, kind: 'sign-in-refused' } as const;

  const texts = [
    failed,
    { ...failed, status: 429, retryAfterMs: 150_000 },
    { ...failed, status: 500 },
    { type: 'offline' } as const,
    { type: 'done', value: {} } as const,
  ].map((result) => textOfFailure(en, result, 'not you'));

  expect(texts).toEqual([
    'not you',
    'Too many tries. Come back in 3 minutes.',
    en.account.other,
    en.account.offline,
    undefined,
  ]);
});

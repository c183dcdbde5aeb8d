import { decodeClient, decodeServer } from '@matinee/browser';
import { describe, expect, it } from 'vitest';
import malformedFromClient from '../../protocol/messages/client.malformed.json';
import validFromClient from '../../protocol/messages/client.valid.json';
import malformedFromServer from '../../protocol/messages/server.malformed.json';
import validFromServer from '../../protocol/messages/server.valid.json';

/** The golden vectors of `protocol/messages/` on the compiled module; `wire/` replays the same on the JVM. */
const languages = [
  { sender: 'a client', decode: decodeClient, valid: validFromClient, bad: malformedFromClient },
  { sender: 'the server', decode: decodeServer, valid: validFromServer, bad: malformedFromServer },
];

describe.each(languages)('[WI2] messages of $sender', ({ decode, valid, bad }) => {
  it.each(valid)('[WI6] $name: read and written', ({ text, canonical }) => {
    expect(decode(text)).toBe(canonical);
  });

  it.each(bad)('[WI3] $name: refused', ({ text, field }) => {
    expect(() => decode(text)).toThrow(
      expect.objectContaining({ field: shortened(field), message: expect.stringMatching(/\S/) }),
    );
  });
});

/** Paths of over 100 characters are cut off there. */
const shortened = (field: string) =>
  field.length <= 100 ? field : `${field.substring(0, 100)}...`;

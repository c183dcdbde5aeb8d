import { decodeClient, decodeServer } from '@matinee/browser';
import { describe, expect, it } from 'vitest';
import validFromClient from '../../protocol/messages/client.valid.json';
import validFromServer from '../../protocol/messages/server.valid.json';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A place in a message: its path, and what the message is with something else there (nothing: left out). */
type Place = { readonly path: string; readonly set: (other: Json | undefined) => Json };

const optional =
  /(^|\.)(resume|by|command|grace|muted|banned|companion|queue|again|slowSeconds|giant|mentions|door\.title|closed|\w+Ms)$/;

/** What only these messages may leave out: others need a field of the same name. */
const optionalIn: { readonly [type: string]: readonly string[] } = {
  say: ['to'],
  said: ['to'],
  snapshot: ['door', 'movedTo', 'writers'],
};

const places = (json: Json, path: string, put: (other: Json | undefined) => Json): Place[] => {
  if (Array.isArray(json)) {
    return json.flatMap((item, at) =>
      places(item, `${path}[${at}]`, (other) =>
        put(json.map((one, i) => (i === at ? (other ?? null) : one))),
      ),
    );
  }
  if (json === null || typeof json !== 'object') {
    return [];
  }
  return Object.entries(json).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    const set = (other: Json | undefined) => {
      const { [name]: _, ...rest } = json as { readonly [name: string]: Json };
      return put(other === undefined ? rest : { ...rest, [name]: other });
    };
    return [{ path: here, set }, ...places(value, here, set)];
  });
};

const fieldOf = (decode: (text: string) => string, message: Json): string => {
  try {
    return `accepted ${decode(JSON.stringify(message))}`;
  } catch (thrown) {
    return (thrown as { readonly field: string }).field;
  }
};

const typeOf = (message: Json): string => (message as { readonly type: string }).type;

const languages = [
  { sender: 'a client', decode: decodeClient, valid: validFromClient },
  { sender: 'the server', decode: decodeServer, valid: validFromServer },
];

describe.each(languages)('[WI2] messages of $sender', ({ decode, valid }) => {
  const messages = valid.map(({ name, text }) => ({ name, message: JSON.parse(text) as Json }));

  it.each(messages)('$name: null in any field is refused, naming it', ({ message }) => {
    const everywhere = places(message, '', (other) => other ?? null);

    const refused = everywhere.map(({ set }) => fieldOf(decode, set(null)));

    expect(refused).toEqual(everywhere.map(({ path }) => path));
  });

  it.each(messages)('$name: an object in any field that holds none is refused', ({ message }) => {
    const everywhere = places(message, '', (other) => other ?? null);

    const refused = everywhere.map(({ set }) => fieldOf(decode, set({ odd: 1 })));

    expect(refused.every((field) => !field.startsWith('accepted'))).toBe(true);
  });

  it.each(messages)('$name: no required field may be left out', ({ message }) => {
    const required = places(message, '', (other) => other ?? null).filter(
      ({ path }) =>
        !optional.test(path) && !/\]$/.test(path) && !optionalIn[typeOf(message)]?.includes(path),
    );

    const refused = required.map(({ set }) => fieldOf(decode, set(undefined)));

    expect(refused).toEqual(required.map(({ path }) => path));
  });

  it.each(messages)('$name: no field more may stand in it', ({ message }) => {
    const refused = fieldOf(decode, {
      ...(message as { readonly [name: string]: Json }),
      extra: 1,
    });

    expect(refused).toBe('extra');
  });
});

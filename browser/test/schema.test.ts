import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import validFromClient from '../../protocol/messages/client.valid.json';
import schema from '../../protocol/messages/schema.json';
import validFromServer from '../../protocol/messages/server.valid.json';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true }).addSchema(
  schema,
  'messages',
);
const isFromClient = ajv.compile({ $ref: 'messages#/$defs/clientMessage' });
const isFromServer = ajv.compile({ $ref: 'messages#/$defs/serverMessage' });

it.each(validFromClient)('[WI2] $name: a message of a client by the schema', ({ text }) => {
  expect({ fits: isFromClient(JSON.parse(text)), errors: isFromClient.errors }).toEqual({
    fits: true,
    errors: null,
  });
});

it.each(validFromServer)('[WI2] $name: a message of the server by the schema', ({ text }) => {
  expect({ fits: isFromServer(JSON.parse(text)), errors: isFromServer.errors }).toEqual({
    fits: true,
    errors: null,
  });
});

it('[WI2] the schema has an example of every message', () => {
  const types = (valid: readonly { readonly text: string }[]) =>
    new Set(valid.map(({ text }) => (JSON.parse(text) as { readonly type: string }).type));

  const described = (definition: { readonly oneOf: readonly object[] }) =>
    new Set(
      definition.oneOf.map(
        (one) => (one as { properties: { type: { const: string } } }).properties.type.const,
      ),
    );

  expect(types(validFromClient)).toEqual(described(schema.$defs.clientMessage));
  expect(types(validFromServer)).toEqual(described(schema.$defs.serverMessage));
});

import * as v from 'valibot';

/**
 * What came of a request: a value, or why there is none (`kind` as the server names it, and the `address` at which to ask instead, if it names
 * one). `offline`: no answer came.
 */
export type Result<Value> =
  | { readonly type: 'done'; readonly value: Value }
  | {
      readonly type: 'failed';
      readonly status: number;
      readonly kind: string;
      readonly retryAfterMs?: number;
      readonly address?: string;
    }
  | { readonly type: 'offline' };

const problem = v.object({ type: v.string(), address: v.optional(v.string()) });

const failureOf = (response: Response, body: unknown): Result<never> => {
  const parsed = v.safeParse(problem, body);
  const kind = parsed.success ? (parsed.output.type.split(':').at(-1) ?? '') : '';
  const address = parsed.success ? parsed.output.address : undefined;
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return {
    type: 'failed',
    status: response.status,
    kind,
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}),
    ...(address === undefined ? {} : { address }),
  };
};

/** Asks the server; what comes back is checked against the schema. A reply that does not fit it is a bug, and thrown. */
export const request = async <Value>(
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  init: RequestInit = {},
): Promise<Result<Value>> => {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, {
      ...init,
      headers: { Accept: 'application/json', ...init.headers },
    });
    body = await response.json().catch(() => undefined);
  } catch {
    return { type: 'offline' };
  }
  return response.ok ? { type: 'done', value: v.parse(schema, body) } : failureOf(response, body);
};

/** Asks the server for a file; one that breaks off on the way is none. */
export const requestFile = async (path: string, init: RequestInit): Promise<Result<Blob>> => {
  try {
    const response = await fetch(path, init);
    return response.ok
      ? { type: 'done', value: await response.blob() }
      : failureOf(response, await response.json().catch(() => undefined));
  } catch {
    return { type: 'offline' };
  }
};

/** A request that carries JSON. */
export const json = (method: 'POST' | 'PUT' | 'PATCH', body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

import type { Result } from '../api/request';

/** As the server names what went wrong; nothing if it did not, or did not answer. */
export const failureKind = (result: Result<unknown>): string | undefined =>
  result.type === 'failed' ? result.kind : undefined;

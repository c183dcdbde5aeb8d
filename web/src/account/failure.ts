import type { Result } from '../api/request';
import type { Texts } from '../texts/en';

/** Why the server did not do it, for the person; `refused` is what a 401 or 403 means here. Nothing if it did. */
export const textOfFailure = (
  texts: Texts,
  result: Result<unknown>,
  refused: string,
): string | undefined => {
  switch (result.type) {
    case 'done':
      return undefined;
    case 'offline':
      return texts.account.offline;
    case 'failed':
      if (result.kind === 'no-mail') return texts.account.noMail;
      if (result.kind === 'link-over') return texts.account.linkOver;
      if (result.status === 401 || result.status === 403) return refused;
      if (result.status === 429 || result.status === 503)
        return texts.account.busy(Math.max(1, Math.ceil((result.retryAfterMs ?? 60_000) / 60_000)));
      return texts.account.other;
  }
};

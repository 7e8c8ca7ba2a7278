import { sessionTokenIn } from '../../access/cookie';
import { sessionRowId, verifySessionToken } from '../../access/session-token';
import type { Context } from '../../context';

/** The row's id of the session in a Cookie header; null without a valid one. */
export async function currentSessionId({ config, now }: Context, cookie: string | null): Promise<string | null> {
  const text = sessionTokenIn(config, cookie);
  const verdict = text === null ? null : await verifySessionToken(config, text, now);
  return verdict?.valid ? sessionRowId(verdict.token.sid) : null;
}

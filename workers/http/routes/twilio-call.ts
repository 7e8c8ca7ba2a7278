import type { Context } from 'hono';
import { failure } from '../../../domain/shared/errors';
import { isTwilioSignature } from '../../access/twilio-signature';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { readBody } from '../raw-body';

const notSetUp = failure('not-found', 'Twilio is not set up here: TWILIO_AUTH_TOKEN is not set.');
const forged = failure('unauthenticated', 'The signature does not match.');

export type TwilioCall = { params: URLSearchParams; query: URLSearchParams };

/**
 * Reads what Twilio posts, or the answer to whoever is not Twilio. The address that it signs is the one we gave it: our
 * public one, with its query.
 */
export async function signedByTwilio(c: Context<AppEnv>): Promise<TwilioCall | Response> {
  const { config } = contextOf(c);
  if (!config.twilio) return problem(c, notSetUp);
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.error);
  const { pathname, search, searchParams: query } = new URL(c.req.url);
  const params = new URLSearchParams(new TextDecoder().decode(body.value));
  const signature = c.req.header('x-twilio-signature') ?? null;
  const isGenuine = await isTwilioSignature(
    config.twilio.authToken,
    `${config.appUrl}${pathname}${search}`,
    params,
    signature,
  );
  return isGenuine ? { params, query } : problem(c, forged);
}

import * as z from 'zod';
import type { Fault } from '../../../domain/notification/fault';
import { parseRetryAfter, verdictOfStatus } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { needsReconnect } from '../../../domain/slack/workspace';
import { errorLine } from '../error-line';
import { exchange, type ProviderAnswer, type ProviderRequest } from '../exchange';
import { faultOf } from '../fault';
import { readJson } from '../json';
import { SLACK_ERRORS, slackErrorCode } from './errors';

/** `apiUrl` is without a slash at the end. */
export type SlackAccess = { botToken: string; apiUrl: string };

/** What a call was not done for. `code` is Slack's own; `reconnect` is set where the token is worth nothing any more. */
export type SlackRefusal = {
  ok: false;
  fault: Fault;
  code: string | null;
  error: string;
  retryAfterSeconds: number | null;
  reconnect: string | null;
};
export type SlackAnswer<T> = { ok: true; value: T } | SlackRefusal;

/** A call with a JSON body, as chat.* and conversations.* take it. */
export const slackRequest = ({ botToken, apiUrl }: SlackAccess, method: string, body: object): ProviderRequest => ({
  url: `${apiUrl}/${method}`,
  headers: { Authorization: `Bearer ${botToken}`, 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** A call with a form, which some methods insist on. Without a token: oauth.v2.access. */
export const slackForm = (
  { botToken, apiUrl }: { botToken: string | null; apiUrl: string },
  method: string,
  fields: Record<string, string>,
): ProviderRequest => ({
  url: `${apiUrl}/${method}`,
  headers: {
    ...(botToken === null ? {} : { Authorization: `Bearer ${botToken}` }),
    'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
  },
  body: new URLSearchParams(fields).toString(),
});

const refused = z.object({ ok: z.literal(false), error: z.string() });

/** Success and failure are both HTTP 200: `ok` tells which. A 200 that cannot be read may have been either. */
export function slackAnswer<T>(
  schema: z.ZodType<T>,
  { status, headers, body }: ProviderAnswer,
  now: Instant,
): SlackAnswer<T> {
  const wait = parseRetryAfter(headers.get('retry-after'), now);
  const no = (fault: Fault, code: string | null, error: string): SlackRefusal => ({
    ok: false,
    fault,
    code,
    error,
    retryAfterSeconds: wait,
    reconnect: code !== null && fault === 'setup' && needsReconnect(code) ? code : null,
  });
  const refusal = readJson(refused, body);
  if (refusal) {
    const fault = faultOf(status, slackErrorCode(refusal.error), SLACK_ERRORS);
    // Whatever is no code may hold anything, and goes no further than the line that is cleaned.
    const code = /^\w{1,80}$/.test(refusal.error) ? refusal.error : null;
    return no(fault === 'sent' ? 'message' : fault, code, errorLine('slack', null, refusal.error));
  }
  const value = status === 200 ? readJson(z.object({ ok: z.literal(true) }).and(schema), body) : null;
  if (value !== null) return { ok: true, value };
  const verdict = verdictOfStatus(status);
  return no(verdict === 'sent' ? 'temporary' : verdict, null, errorLine('slack', status, ''));
}

/** Sends one request and reads the answer; never throws. Its errors never hold the secrets. */
export async function callSlack<T>(
  request: ProviderRequest,
  schema: z.ZodType<T>,
  secrets: readonly string[],
): Promise<SlackAnswer<T>> {
  const answer = await exchange(request);
  if ('silence' in answer) {
    const error = errorLine('slack', null, answer.silence);
    return { ok: false, fault: 'temporary', code: null, error, retryAfterSeconds: null, reconnect: null };
  }
  const read = slackAnswer(schema, answer, Date.now());
  if (read.ok) return read;
  const clean = (text: string) =>
    secrets.reduce((words, secret) => (secret === '' ? words : words.replaceAll(secret, '…')), text);
  return { ...read, error: clean(read.error) };
}

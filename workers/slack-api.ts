import * as z from 'zod';
import { type Failure, failure } from '../domain/shared/errors';
import { err, ok, type Result } from '../domain/shared/result';
import { troubleWords } from '../domain/slack/workspace';
import type { Config } from './config';
import { exchange } from './senders/exchange';
import { callSlack, type SlackAccess, type SlackAnswer, slackForm } from './senders/slack/call';

// Calls of Slack's Web API that send no message: installing, looking somebody up, answering a press.

const failureOf = (answer: Extract<SlackAnswer<unknown>, { ok: false }>): Failure =>
  answer.fault === 'temporary'
    ? failure('unavailable', 'Slack does not answer at the moment. Try again soon.')
    : failure('conflict', answer.code === null ? `${answer.error}.` : troubleWords(answer.code), {
        detail: { slack: answer.code },
      });

async function call<T>(
  access: { botToken: string | null; apiUrl: string },
  method: string,
  fields: Record<string, string>,
  schema: z.ZodType<T>,
  secrets: string[] = [],
): Promise<Result<T>> {
  const answer = await callSlack(slackForm(access, method, fields), schema, [access.botToken ?? '', ...secrets]);
  return answer.ok ? ok(answer.value) : err(failureOf(answer));
}

const installed = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('bot'),
  scope: z.string().default(''),
  team: z.object({ id: z.string().min(1), name: z.string().default('') }),
});

/** Exchanges the code of an installation for the bot's token. The code works once. Failures: conflict, unavailable. */
export function exchangeSlackCode(
  { apiUrl, client }: { apiUrl: string; client: { id: string; secret: string } },
  code: string,
  redirectUri: string,
) {
  const fields = { client_id: client.id, client_secret: client.secret, code, redirect_uri: redirectUri };
  return call({ botToken: null, apiUrl }, 'oauth.v2.access', fields, installed, [client.secret, code]);
}

/** Which workspace a token belongs to, if Slack still takes it. Failures: conflict, unavailable. */
export const testSlackToken = (access: SlackAccess) =>
  call(access, 'auth.test', {}, z.object({ team_id: z.string(), team: z.string().default('') }));

/** Ends a token on Slack's side. Failures: conflict, unavailable. */
export const revokeSlackToken = (access: SlackAccess) => call(access, 'auth.revoke', {}, z.object({}));

/** The member with this e-mail address. Failures: not-found, conflict, unavailable. */
export async function slackMemberByEmail(access: SlackAccess, email: string): Promise<Result<string>> {
  const schema = z.object({ user: z.object({ id: z.string().min(1) }) });
  const found = await call(access, 'users.lookupByEmail', { email }, schema);
  if (found.ok) return ok(found.value.user.id);
  const isUnknown = found.error.detail?.slack === 'users_not_found';
  return isUnknown ? err(failure('not-found', `Nobody in the Slack workspace has the address ${email}.`)) : found;
}

export type SlackReply = {
  text: string;
  response_type: 'ephemeral';
  replace_original: boolean;
  blocks?: unknown[];
};

/** Answers only to Slack itself, or to the API of tests that stands in its place. */
export function isSlackAddress(config: Config, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === 'https:' && url.port === '' && url.hostname === 'hooks.slack.com') return true;
  return url.origin === new URL(config.slack.apiUrl).origin;
}

/** Answers a press or a command afterwards, by its `response_url`. Losing the answer loses no more than that: never throws. */
export async function replyInSlack(config: Config, responseUrl: string | undefined, reply: SlackReply): Promise<void> {
  if (!responseUrl || !isSlackAddress(config, responseUrl)) return;
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const answer = await exchange({ url: responseUrl, headers, body: JSON.stringify(reply) });
  if ('silence' in answer || answer.status >= 300) console.warn('an answer to Slack did not arrive');
}

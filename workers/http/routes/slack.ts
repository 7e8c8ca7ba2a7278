import { type Context, Hono } from 'hono';
import { SYSTEM } from '../../../domain/access/actor';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { commandInput, eventInput, interactionInput } from '../../../domain/slack/inbound';
import { verifySlackSignature } from '../../access/slack-signature';
import { within } from '../../access/within';
import type { Context as RequestContext } from '../../context';
import { answerCommand } from '../../operations/slack/command';
import { takeEvent } from '../../operations/slack/event';
import { pressButton } from '../../operations/slack/press';
import { replyInSlack } from '../../slack-api';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { readBody } from '../raw-body';

/** Slack wants an answer within three seconds; what takes longer is answered afterwards (PROVIDERS: Slack). */
const PATIENCE_MS = 2_400;

/** One answer for all of them: a forger learns nothing about what was wrong. */
const notFromSlack = failure('unauthenticated', 'This request was not signed by Slack, or is too old.');

type Signed = { context: RequestContext; text: string; request: string };

/** Reads a signed body, or the answer to one that is not. `request` names it: a replay has the same name. */
async function signed(c: Context<AppEnv>): Promise<Signed | Response> {
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.error);
  const context = contextOf(c);
  const secret = context.config.slack.signingSecret;
  const signature = c.req.header('x-slack-signature');
  const timestamp = c.req.header('x-slack-request-timestamp');
  const verdict = secret
    ? await verifySlackSignature(secret, { timestamp, signature, body: body.value }, context.now)
    : 'missing';
  if (verdict !== 'right') return problem(c, notFromSlack);
  const text = new TextDecoder().decode(body.value);
  return { context, text, request: sha256Hex(`${timestamp} ${signature?.toLowerCase()}`) };
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

const unreadable = failure('invalid', 'This is not what Slack sends here.');

async function interactions(c: Context<AppEnv>): Promise<Response> {
  const call = await signed(c);
  if (call instanceof Response) return call;
  const payload = jsonOf(new URLSearchParams(call.text).get('payload'));
  if (payload === null || typeof payload !== 'object') return problem(c, unreadable);
  const interaction = interactionInput.safeParse(payload);
  // Another kind of interaction, of a shape we never ask for: taken, so that Slack shows no error.
  if (!interaction.success) return c.body(null, 200);
  const work = pressButton(call.context, interaction.data, call.request);
  call.context.waitUntil(work.catch((error) => console.error(`a press in Slack: ${String(error)}`)));
  await within(PATIENCE_MS, () => work);
  return c.body(null, 200);
}

async function commands(c: Context<AppEnv>): Promise<Response> {
  const call = await signed(c);
  if (call instanceof Response) return call;
  const command = commandInput.safeParse(Object.fromEntries(new URLSearchParams(call.text)));
  if (!command.success) return problem(c, unreadable);
  const work = answerCommand(call.context, command.data, call.request);
  const inTime = await within(PATIENCE_MS, () => work);
  if (inTime.answered) return c.json({ response_type: 'ephemeral', text: inTime.value });
  const later = work.then((text) =>
    replyInSlack(call.context.config, command.data.response_url, {
      text,
      response_type: 'ephemeral',
      replace_original: false,
    }),
  );
  call.context.waitUntil(later);
  return c.body(null, 200);
}

async function events(c: Context<AppEnv>): Promise<Response> {
  const call = await signed(c);
  if (call instanceof Response) return call;
  const event = eventInput.safeParse(jsonOf(call.text));
  if (!event.success) return jsonOf(call.text) === null ? problem(c, unreadable) : c.body(null, 200);
  if (event.data.type === 'url_verification') return c.json({ challenge: event.data.challenge });
  await takeEvent({ ...call.context, actor: SYSTEM, origin: 'slack' }, event.data);
  return c.body(null, 200);
}

/** `POST /api/providers/slack/…`: presses of buttons, the slash command, and what the Events API tells. */
export const slack = new Hono<AppEnv>()
  .post('/interactions', interactions)
  .post('/commands', commands)
  .post('/events', events);

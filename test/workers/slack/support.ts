import { env } from 'cloudflare:test';
import { signButton } from '../../../workers/access/slack-button';
import { configOf } from '../../../workers/config';
import { fakeProvider } from '../../fakes/http';
import { pressOf, RESPONSE_URL, slackRequest } from '../../fakes/slack';
import { type Credential, call, send, signedInAs } from '../api/support';

let members = 0;

/** Somebody with a connected Slack account; only an administrator's word makes it so without a code. */
export async function memberAs(role: 'ADMIN' | 'RESPONDER' | 'USER' | 'OBSERVER') {
  const admin = await signedInAs('ADMIN');
  const person = await signedInAs(role);
  members += 1;
  const memberId = `U0SLACK${String(members).padStart(3, '0')}`;
  const body = { userId: person.id, kind: 'slack', value: memberId, verified: true };
  const made = await call(admin, 'POST', '/api/v1/contact-methods', body);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return { ...person, memberId, admin };
}

/** An open incident of a new service, with what a button about it carries. */
export async function openIncident(admin: Credential, title = 'Disk full') {
  const service = await call(admin, 'POST', '/api/v1/services', { name: `checkout ${members}` });
  const opened = await call(admin, 'POST', '/api/v1/incidents', { title, serviceId: service.body.id });
  const { id } = opened.body;
  return { id, number: Number(opened.body.number), value: await signButton(configOf(env), id) };
}

export type Said = { text: string; replace_original: boolean; blocks?: { type: string }[] };

/** Presses a button; answers the status and what Slack was told afterwards. */
export async function press(
  given: Parameters<typeof pressOf>[0],
  forged: Parameters<typeof slackRequest>[1] = {},
): Promise<{ status: number; said: Said[]; request: RequestInit }> {
  const slack = fakeProvider(200, 'ok');
  const request = slackRequest(pressOf(given), forged);
  const { status } = await send('/api/providers/slack/interactions', request);
  const said = slack.sent().filter(({ url }) => url === RESPONSE_URL);
  return { status, said: said.map(({ body }) => JSON.parse(body) as Said), request };
}

/** Writes /opsknight …; answers its text. */
export async function command(memberId: string, text: string): Promise<string> {
  const fields = { team_id: 'T9TK3CUKW', user_id: memberId, user_name: 'someone', command: '/opsknight', text };
  const answer = await send('/api/providers/slack/commands', slackRequest(fields));
  const { text: said, response_type: type } = (await answer.json()) as { text: string; response_type: string };
  if (type !== 'ephemeral') throw new Error(`answered ${type}`);
  return said;
}

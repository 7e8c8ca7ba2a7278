import { createHmac } from 'node:crypto';

/** Of vitest.config.ts. */
const SECRET = 'slack signing secret of tests';

type Forgery = { secret?: string; ageSeconds?: number; body?: (body: string) => string };

/** What Slack sends, signed as Slack signs it, or nearly so. */
export function slackRequest(fields: Record<string, string>, forged: Forgery = {}): RequestInit & { body: string } {
  const body = new URLSearchParams(fields).toString();
  const time = String(Math.floor(Date.now() / 1000) - (forged.ageSeconds ?? 0));
  const mac = createHmac('sha256', forged.secret ?? SECRET)
    .update(`v0:${time}:${body}`)
    .digest('hex');
  return {
    method: 'POST',
    body: forged.body ? forged.body(body) : body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${mac}`,
    },
  };
}

type Press = { memberId: string; verb: string; value: string; teamId?: string; channel?: string };

/** Where answers to a press go. */
export const RESPONSE_URL = 'https://hooks.slack.com/actions/T1/2/3';

/** The fields of a press of a button. */
export const pressOf = ({ memberId, verb, value, teamId = 'T9TK3CUKW', channel = 'C024BE91L' }: Press) => ({
  payload: JSON.stringify({
    type: 'block_actions',
    team: { id: teamId, domain: 'acme' },
    user: { id: memberId, username: 'someone', name: 'someone', team_id: teamId },
    channel: { id: channel, name: 'ops' },
    response_url: RESPONSE_URL,
    message: { text: 'Page', blocks: [{ type: 'section' }, { type: 'actions' }] },
    actions: [{ action_id: `incident-${verb}`, value, type: 'button', action_ts: '1.1' }],
  }),
});

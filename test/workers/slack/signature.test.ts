import { afterEach, describe, expect, it, vi } from 'vitest';
import { pressOf, slackRequest } from '../../fakes/slack';
import { call, send } from '../api/support';
import { memberAs, openIncident, press } from './support';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a press that', () => {
  it.each([
    ['was signed with another secret', { secret: 'guessed' }],
    ['was changed on its way', { body: (body: string) => `${body}&x=1` }],
    ['is older than five minutes', { ageSeconds: 301 }],
    ['comes from more than five minutes ahead', { ageSeconds: -301 }],
  ])('%s is refused, and nothing happens', async (_what, forged) => {
    const { memberId, admin } = await memberAs('RESPONDER');
    const { id, value } = await openIncident(admin);
    const { status, said } = await press({ memberId, verb: 'acknowledge', value }, forged);
    expect({ status, said }).toEqual({ status: 401, said: [] });
    expect((await call(admin, 'GET', `/api/v1/incidents/${id}`)).body.status).toBe('OPEN');
  });

  it.each(['interactions', 'commands', 'events'])('has no signature is refused at /%s', async (path) => {
    const { body } = slackRequest(pressOf({ memberId: 'U0SLACK000', verb: 'acknowledge', value: 'x' }));
    const answer = await send(`/api/providers/slack/${path}`, { method: 'POST', body });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('secret');
  });

  it('is right is done under the name of whoever pressed, through the door of Slack', async () => {
    const { memberId, id: userId, admin } = await memberAs('RESPONDER');
    const { id, value } = await openIncident(admin);
    const { status, said } = await press({ memberId, verb: 'acknowledge', value });
    expect(status).toBe(200);
    expect(said[0]).toMatchObject({ replace_original: false, text: expect.stringContaining('You acknowledged') });
    const { body } = await call(admin, 'GET', `/api/v1/incidents/${id}/timeline`);
    const entry = (body.data as unknown as { kind: string }[]).find(({ kind }) => kind === 'acknowledged');
    expect(entry).toMatchObject({ origin: 'slack', actor: { kind: 'user', id: userId } });
  });

  it('is sent again changes nothing the second time', async () => {
    const { memberId, admin } = await memberAs('RESPONDER');
    const { id, value } = await openIncident(admin);
    const { request } = await press({ memberId, verb: 'snooze', value });
    const { body: before } = await call(admin, 'GET', `/api/v1/incidents/${id}/timeline`);
    expect((await send('/api/providers/slack/interactions', request)).status).toBe(200);
    const { body: after } = await call(admin, 'GET', `/api/v1/incidents/${id}/timeline`);
    expect(after.data).toEqual(before.data);
    expect(JSON.stringify(after.data)).toContain('snoozed');
  });

  it('carries a value that we did not sign does nothing', async () => {
    const { memberId, admin } = await memberAs('RESPONDER');
    const { id, value } = await openIncident(admin);
    const forged = value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const { said } = await press({
      memberId,
      verb: 'acknowledge',
      value: forged.replace(/^(v1\.inc_\w+\.).*/, `$1${'A'.repeat(43)}`),
    });
    expect(said[0]?.text).toContain('does not work any more');
    expect((await call(admin, 'GET', `/api/v1/incidents/${id}`)).body.status).toBe('OPEN');
  });
});

it('answers the handshake of the Events API, signed only', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' });
  const signed = slackRequest({});
  const unsigned = await send('/api/providers/slack/events', { ...signed, body });
  expect(unsigned.status).toBe(401);
});

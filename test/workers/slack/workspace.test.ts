import { env } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { slackOf } from '../../../db/repositories/slack';
import { isOAuthState } from '../../../workers/access/slack-state';
import { openSlackToken } from '../../../workers/access/slack-token';
import type { Context } from '../../../workers/context';
import { createService } from '../../../workers/operations/service/create';
import { beginSlackConnect } from '../../../workers/operations/slack/begin-connect';
import { connectSlack } from '../../../workers/operations/slack/connect';
import { disconnectSlack } from '../../../workers/operations/slack/disconnect';
import { recheckSlack } from '../../../workers/operations/slack/recheck';
import { slackStatus } from '../../../workers/operations/slack/status';
import { noteSlackTrouble } from '../../../workers/operations/slack/trouble';
import { loadPlan } from '../../../workers/plan';
import { fakeProvider } from '../../fakes/http';
import { configWith } from '../access/support';
import { adminContext, db, settle, taken } from '../config/support';

afterEach(async () => {
  await settle();
  vi.restoreAllMocks();
});

const TOKEN = 'xoxb-very-secret';
const config = configWith({
  isLocal: false,
  slack: {
    apiUrl: 'https://slack.test/api',
    botToken: null,
    signingSecret: 's',
    client: { id: '1.2', secret: 'client-secret' },
  },
});
const admin = (more: Partial<Context> = {}) => adminContext({ config, ...more });

const INSTALLED = {
  ok: true,
  access_token: TOKEN,
  token_type: 'bot',
  scope: 'chat:write,commands',
  team: { id: 'T9TK3CUKW', name: 'Acme' },
};

async function connected(context = admin()) {
  const state = new URL(taken(await beginSlackConnect(context)).url).searchParams.get('state') ?? '';
  const slack = fakeProvider(200, INSTALLED);
  const answer = await connectSlack(context, { code: 'the-code', state });
  await settle();
  return { answer, request: slack.sent()[0], state };
}

describe('connecting a workspace', () => {
  it('goes to Slack with what the bot may do, and comes back with a form and a sealed token', async () => {
    const { url } = taken(await beginSlackConnect(admin()));
    expect(url).toContain('https://slack.test/oauth/v2/authorize?client_id=1.2&scope=channels%3Ajoin%2Cchat%3Awrite');
    const { answer, request } = await connected();
    expect(taken(answer)).toEqual({ name: 'Acme' });
    expect(request?.url).toBe('https://slack.test/api/oauth.v2.access');
    expect(request?.headers.get('content-type')).toContain('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
      client_id: '1.2',
      code: 'the-code',
    });

    const { workspace } = await slackOf(db);
    expect(workspace?.token).not.toContain(TOKEN);
    expect(await openSlackToken(config, workspace ?? { teamId: '', token: '' })).toBe(TOKEN);
    expect(await openSlackToken(config, { teamId: 'T0OTHER', token: workspace?.token ?? '' })).toBeNull();
    const status = taken(await slackStatus(admin()));
    expect(status).toMatchObject({ source: 'workspace', workspace: { name: 'Acme' }, trouble: null });
    expect(JSON.stringify(status)).not.toContain(workspace?.token);
    const audit = await env.DB.prepare(
      "SELECT group_concat(after || coalesce(before, '')) AS all_of_it FROM audit_log",
    ).first();
    expect(JSON.stringify(audit)).not.toContain(workspace?.token);
  });

  it('takes no state of another person, of yesterday, or of nobody', async () => {
    const { state } = await connected();
    const other = admin({ actor: { kind: 'user', id: 'usr_other', name: 'Eve', role: 'ADMIN' } });
    expect(await connectSlack(other, { code: 'x', state })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const { now } = admin();
    expect(await isOAuthState(config, state, 'usr_admin', now)).toBe(true);
    expect(await isOAuthState(config, state, 'usr_admin', now + 11 * 60_000)).toBe(false);
    expect(await isOAuthState(config, 'nonsense', 'usr_admin', now)).toBe(false);
  });

  it('says so when Slack refuses the code, and keeps the secret to itself', async () => {
    const state = new URL(taken(await beginSlackConnect(admin())).url).searchParams.get('state') ?? '';
    fakeProvider(200, { ok: false, error: 'invalid_code client-secret' });
    const answer = await connectSlack(admin(), { code: 'wrong', state });
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(answer.ok ? '' : answer.error.message).not.toContain('client-secret');
  });

  it('is for administrators', async () => {
    const responder = admin({ actor: { kind: 'user', id: 'usr_r', name: 'R', role: 'RESPONDER' } });
    for (const answer of [
      await beginSlackConnect(responder),
      await disconnectSlack(responder),
      await slackStatus(responder),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});

describe('a connected workspace', () => {
  const planOf = async () => {
    const service = taken(await createService(admin(), { name: 'checkout', slackChannel: '#ops' }));
    return loadPlan(db, config, service.id, admin().now);
  };

  it('travels sealed in the plan, and makes Slack usable', async () => {
    await connected();
    const plan = await planOf();
    expect(plan?.slack).toMatchObject({ teamId: 'T9TK3CUKW', channel: '#ops' });
    expect(plan?.usableChannels).toContain('slack');
    expect(JSON.stringify(plan)).not.toContain(TOKEN);
  });

  it('is left alone once Slack refuses the token, until Slack takes it again', async () => {
    await connected();
    await noteSlackTrouble(admin(), 'token_revoked');
    await noteSlackTrouble(admin(), 'token_revoked');
    const told = await env.DB.prepare("SELECT count(*) AS n FROM audit_log WHERE action = 'slack.trouble'").first();
    expect(told).toEqual({ n: 1 });
    expect(taken(await slackStatus(admin())).trouble?.words).toBe('The bot token was revoked.');
    const plan = await planOf();
    expect(plan?.slack).toBeUndefined();
    expect(plan?.usableChannels).not.toContain('slack');

    fakeProvider(200, { ok: false, error: 'token_revoked' });
    expect(await recheckSlack(admin())).toMatchObject({ ok: false });
    fakeProvider(200, { ok: true, team_id: 'T9TK3CUKW', team: 'Acme' });
    expect(taken(await recheckSlack(admin()))).toEqual({ team: 'Acme' });
    expect((await planOf())?.usableChannels).toContain('slack');
  });

  it('is forgotten when it is disconnected, and Slack is asked to end the token', async () => {
    await connected();
    vi.restoreAllMocks();
    const slack = fakeProvider(200, { ok: true, revoked: true });
    taken(await disconnectSlack(admin()));
    await settle();
    expect(slack.sent().map(({ url }) => url)).toEqual(['https://slack.test/api/auth.revoke']);
    expect(await slackOf(db)).toEqual({ workspace: null, trouble: null });
  });
});

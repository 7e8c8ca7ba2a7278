import { afterEach, describe, expect, it, vi } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { insertSlackLink } from '../../../db/repositories/slack';
import { sha256Hex } from '../../../domain/shared/hash';
import { switchFaults } from '../../../workers/faults';
import { connectSlackAccount } from '../../../workers/operations/slack/connect-account';
import { findLink } from '../../../workers/operations/slack/find-link';
import { contextWith } from '../access/support';
import { call, ORIGIN, signedInAs } from '../api/support';
import { db } from '../config/support';
import { command, memberAs, openIncident, press } from './support';

afterEach(() => {
  switchFaults({ d1: null, queue: 0 });
  vi.restoreAllMocks();
});

const linkIn = (text: string): string => /\/profile\/slack\/[0-9a-z]{32}/.exec(text)?.[0] ?? '';

describe('somebody in Slack whom nobody knows', () => {
  it('is offered a link that connects them once, and acts in their own name afterwards', async () => {
    const { admin } = await memberAs('RESPONDER');
    const { id, value } = await openIncident(admin);
    const ana = await signedInAs('RESPONDER');
    const memberId = 'U0NEWCOMER';
    const offered = await press({ memberId, verb: 'acknowledge', value });
    const path = linkIn(offered.said[0]?.text ?? '');
    expect(path).not.toBe('');
    expect((await call(admin, 'GET', `/api/v1/incidents/${id}`)).body.status).toBe('OPEN');

    const token = path.split('/').at(-1) ?? '';
    const asAna = contextWith({ actor: { kind: 'user', id: ana.id, name: 'Ana', role: 'RESPONDER' }, now: Date.now() });
    expect(await findLink(contextWith({ now: Date.now() }), { token })).toMatchObject({
      error: { code: 'unauthenticated' },
    });
    expect(await findLink(asAna, { token })).toEqual({ ok: true, value: { memberId, memberName: 'someone' } });
    expect(await connectSlackAccount(asAna, { token })).toEqual({ ok: true, value: { memberId } });
    expect(await connectSlackAccount(asAna, { token })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await Promise.all(asAna.left);

    await press({ memberId, verb: 'acknowledge', value });
    const { body } = await call(admin, 'GET', `/api/v1/incidents/${id}`);
    expect(body).toMatchObject({ status: 'ACKNOWLEDGED', assignee: { id: ana.id } });
  });

  it('cannot take the account of somebody else', async () => {
    const { memberId } = await memberAs('RESPONDER');
    const other = await signedInAs('RESPONDER');
    const token = 'a'.repeat(32);
    const [, insert] = insertSlackLink(db, {
      hash: sha256Hex(token),
      memberId,
      memberName: null,
      createdAt: Date.now(),
      expiresAt: Date.now() + 60_000,
    });
    if (insert) await runBatch(db, [insert]);
    const eve = contextWith({ actor: { kind: 'user', id: other.id, name: 'Eve', role: 'RESPONDER' }, now: Date.now() });
    expect(await connectSlackAccount(eve, { token })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('somebody whose role', () => {
  it('allows no answer is told so, and nothing happens', async () => {
    const { memberId, admin } = await memberAs('OBSERVER');
    const { id, value } = await openIncident(admin);
    const { said } = await press({ memberId, verb: 'resolve', value });
    expect(said[0]?.text).toContain('Your role in OpsKnight does not allow this');
    expect((await call(admin, 'GET', `/api/v1/incidents/${id}`)).body.status).toBe('OPEN');
  });

  it('is fine is not let in any more once they are disabled', async () => {
    const { memberId, id: userId, admin } = await memberAs('RESPONDER');
    const { id, value } = await openIncident(admin);
    await call(admin, 'PATCH', `/api/v1/users/${userId}`, { status: 'DISABLED' });
    const { said } = await press({ memberId, verb: 'resolve', value });
    expect(said[0]?.text).toContain('not active');
    expect((await call(admin, 'GET', `/api/v1/incidents/${id}`)).body.status).toBe('OPEN');
  });
});

it('answers in direct messages in the page’s own place, without the buttons', async () => {
  const { memberId, admin } = await memberAs('RESPONDER');
  const { value } = await openIncident(admin);
  const { said } = await press({ memberId, verb: 'acknowledge', value, channel: 'D024BE91L' });
  expect(said[0]).toMatchObject({ replace_original: true, blocks: [{ type: 'section' }, { type: 'context' }] });
});

it('says that it cannot look people up while D1 is away and the incident does not know them', async () => {
  const { memberId, admin } = await memberAs('RESPONDER');
  const { value } = await openIncident(admin);
  switchFaults({ d1: 'fail', queue: 0 });
  const { status, said } = await press({ memberId, verb: 'acknowledge', value });
  expect(status).toBe(200);
  expect(said[0]?.text).toContain('cannot look up who you are');
});

describe('/opsknight', () => {
  it('acknowledges, notes and resolves by number', async () => {
    const { memberId, admin } = await memberAs('RESPONDER');
    const { id } = await openIncident(admin, 'Disk <!channel> full');
    const number = await vi.waitFor(async () => {
      const { body } = await call(admin, 'GET', `/api/v1/incidents/${id}`);
      expect(body.number).not.toBeNull();
      return Number(body.number);
    });
    const said = await command(memberId, `ack ${number}`);
    expect(said).toContain(`You acknowledged <${ORIGIN}/incidents/${number}|#${number} Disk &lt;!channel&gt; full>`);
    expect(await command(memberId, `note #${number} It is the disk`)).toContain('Your note');
    expect(await command(memberId, `who ${number}`)).toContain('is acknowledged, with *A RESPONDER*');
    expect(await command(memberId, `resolve ${number} Cleaned up`)).toContain('You resolved');
    const { body } = await call(admin, 'GET', `/api/v1/incidents/${id}/timeline`);
    expect(body.data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'resolved', origin: 'slack', detail: { note: 'Cleaned up' } }),
        expect.objectContaining({ kind: 'note-added', origin: 'slack' }),
      ]),
    );
  });

  it('declares an incident for the service it names', async () => {
    const { memberId, admin } = await memberAs('USER');
    const service = await call(admin, 'POST', '/api/v1/services', { name: 'Ledger' });
    expect(await command(memberId, 'declare ledger: books do not balance')).toContain('You declared');
    const found = await call(admin, 'GET', `/api/v1/incidents?serviceId=${service.body.id}`);
    await vi.waitFor(async () => {
      const { body } = await call(admin, 'GET', `/api/v1/incidents?serviceId=${service.body.id}`);
      expect(body.data).toMatchObject([{ title: 'books do not balance' }]);
    });
    expect(found.status).toBe(200);
    expect(await command(memberId, 'declare nothing-here it is down')).toContain('No service begins like that');
  });

  it('says who is on call, who one is, and how it is written', async () => {
    const { memberId, admin } = await memberAs('RESPONDER');
    await call(admin, 'POST', '/api/v1/schedules', { name: 'Nights', timezone: 'UTC', layers: [] });
    expect(await command(memberId, 'oncall')).toContain('Nights: nobody');
    expect(await command(memberId, 'who')).toBe('You are *A RESPONDER* in OpsKnight, responder.');
    expect(await command('U0NOBODY00', 'help')).toContain('/opsknight oncall');
    expect(await command('U0NOBODY00', 'oncall')).toContain('not connected');
    expect(await command(memberId, 'ack 99999999')).toContain('There is no such incident');
  });
});

import { env, runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { servicesReaching } from '../../../db/repositories/plan-reach';
import { putLastResort } from '../../../db/repositories/settings';
import { serviceInbox } from '../../../domain/integration/key';
import { peopleFor } from '../../../domain/plan/targets';
import { DAY } from '../../../domain/shared/time';
import type { InboxConfig } from '../../../workers/durable/ports';
import { createIntegration } from '../../../workers/operations/integration/create';
import { removeIntegration } from '../../../workers/operations/integration/remove';
import { updateIntegration } from '../../../workers/operations/integration/update';
import { compilePlanFor } from '../../../workers/operations/plan/compile';
import { pushBehind, pushPlans } from '../../../workers/operations/plan/push';
import { updateUser } from '../../../workers/operations/user/update';
import { adminContext, aPolicy, aSchedule, aService, aTeam, aUser, db, settle, taken, version } from './support';

const context = adminContext();
afterEach(settle);

/** What an inbox holds, as its object has stored it. */
const heldBy = (inbox: string): Promise<InboxConfig | null> =>
  runInDurableObject(env.INBOX.get(env.INBOX.idFromName(inbox)), (_object, state) => {
    const [row] = state.storage.sql.exec<{ config: string }>('SELECT config FROM config').toArray();
    return row ? (JSON.parse(row.config) as InboxConfig) : null;
  });

const confirmed = (inbox: string) =>
  env.DB.prepare('SELECT version, hash FROM plan_confirmations WHERE inbox = ?')
    .bind(inbox)
    .first<{ version: number; hash: string }>();

async function aPagingService() {
  const [onCall, member, lead] = [await aUser(context), await aUser(context), await aUser(context)];
  const schedule = await aSchedule(context, [onCall.id]);
  const team = await aTeam(context, { leadId: lead.id, members: [{ userId: member.id }] });
  const policy = await aPolicy(context, {
    steps: [
      { targets: [{ kind: 'SCHEDULE', id: schedule.id }] },
      { delaySeconds: 60, channels: ['sms'], targets: [{ kind: 'TEAM', id: team.id, leadOnly: true }] },
    ],
  });
  const service = await aService(context, { escalationPolicyId: policy.id });
  return { onCall, member, lead, schedule, team, policy, service };
}

const anyTime = { urgencies: null, hours: null, roundRobin: false };

describe('a plan', () => {
  it('holds from the database all that pages need', async () => {
    const { onCall, member, lead, schedule, team, policy, service } = await aPagingService();
    const plan = await compilePlanFor(context, service.id);
    expect(plan).toMatchObject({ version: await version(), service: { id: service.id, name: service.name } });
    expect(plan?.policy).toEqual({
      id: policy.id,
      name: policy.name,
      repeat: 0,
      repeatAfterSeconds: 300,
      endAction: 'stop',
      lastResort: [],
      steps: [
        {
          id: policy.steps[0]?.id,
          delaySeconds: 0,
          channels: null,
          ...anyTime,
          targets: [{ kind: 'SCHEDULE', id: schedule.id }],
        },
        {
          id: policy.steps[1]?.id,
          delaySeconds: 60,
          channels: ['sms'],
          ...anyTime,
          targets: [{ kind: 'TEAM', id: team.id, leadOnly: true }],
        },
      ],
    });
    expect(Object.keys(plan?.people ?? {}).sort()).toEqual([onCall.id, member.id, lead.id].sort());
    expect(plan?.people[onCall.id]?.methods).toMatchObject([{ kind: 'email', value: onCall.email, verified: true }]);
    const found = plan && peopleFor({ kind: 'SCHEDULE', id: schedule.id }, plan, context.now);
    expect(found?.people.map(({ id }) => id)).toEqual([onCall.id]);
  });

  it('holds the overrides of the next weeks only', async () => {
    const [user, stand] = [await aUser(context), await aUser(context)];
    const at = (days: number) => new Date(context.now + days * DAY).toISOString();
    const overrides = [
      { user: stand.id, start: at(-3), end: at(-1) },
      { user: stand.id, start: at(-1), end: at(1) },
      { user: stand.id, start: at(59), end: at(80) },
      { user: stand.id, start: at(61), end: at(80) },
    ];
    const schedule = await aSchedule(context, [user.id], { overrides });
    const policy = await aPolicy(context, { steps: [{ targets: [{ kind: 'SCHEDULE', id: schedule.id }] }] });
    const service = await aService(context, { escalationPolicyId: policy.id });
    const plan = await compilePlanFor(context, service.id);
    expect(plan?.schedules[schedule.id]?.schedule.overrides.map(({ start }) => start)).toEqual([at(-1), at(59)]);
    expect(plan?.people).toHaveProperty(stand.id);
  });

  it('is nothing for a service that is not there', async () => {
    expect(await compilePlanFor(context, 'svc_none')).toBeNull();
  });
});

describe('inboxes', () => {
  it('hold the plan as soon as a change has been answered', async () => {
    const { onCall, service } = await aPagingService();
    const input = { name: 'Prometheus', type: 'prometheus' as const, serviceId: service.id, enabled: true };
    const { inbox, id, key } = taken(await createIntegration(context, input));
    await settle();
    const held = await heldBy(inbox);
    expect(held).toMatchObject({ inbox, integration: { id, type: 'prometheus', enabled: true } });
    expect(JSON.stringify(held)).not.toContain(key.slice(10));
    expect((await heldBy(serviceInbox(service.id)))?.integration).toBeNull();

    taken(await updateUser(context, { id: onCall.id, name: 'Renamed Person' }));
    await settle();
    expect((await heldBy(inbox))?.plan.people[onCall.id]?.name).toBe('Renamed Person');
    expect((await confirmed(inbox))?.version).toBe(await version());
  });

  it('learn that their integration was switched off, and that it is gone', async () => {
    const service = await aService(context);
    const input = { name: 'Events', type: 'events' as const, serviceId: service.id, enabled: true };
    const { id, inbox } = taken(await createIntegration(context, input));
    taken(await updateIntegration(context, { id, enabled: false }));
    await settle();
    expect((await heldBy(inbox))?.integration?.enabled).toBe(false);
    taken(await removeIntegration(context, { id }));
    await settle();
    expect((await heldBy(inbox))?.integration).toBeNull();
  });

  it('are told once, however often it is pushed', async () => {
    const { service } = await aPagingService();
    await settle();
    expect(await pushPlans(context, [service.id])).toEqual({ pushed: 0, unchanged: 1, failed: 0 });
    expect(await pushPlans(context, [])).toEqual({ pushed: 0, unchanged: 0, failed: 0 });
  });

  it('that are behind are caught up by the sweep', async () => {
    const { service, onCall } = await aPagingService();
    await settle();
    while ((await pushBehind(context, 100)).unchanged > 0);
    expect(await pushBehind(context, 100)).toEqual({ pushed: 0, unchanged: 0, failed: 0 });

    // As if the worker had ended between the change and the push.
    const lost = adminContext({ waitUntil: () => undefined });
    await env.DB.prepare('UPDATE users SET name = ? WHERE id = ?').bind('Behind', onCall.id).run();
    await aTeam(lost);
    const { pushed, unchanged } = await pushBehind(context, 100);
    expect(pushed).toBe(1);
    expect(unchanged).toBeGreaterThan(0);
    expect((await heldBy(serviceInbox(service.id)))?.plan.people[onCall.id]?.name).toBe('Behind');
  });

  it('are looked at again after a day without any change', async () => {
    await aService(context);
    await settle();
    while ((await pushBehind(context, 100)).unchanged > 0);
    const later = adminContext({ now: context.now + DAY + 1 });
    expect((await pushBehind(later, 100)).unchanged).toBeGreaterThan(0);
  });
});

describe('a change reaches', () => {
  it('the services that page a person through team, lead, schedule, override or last resort', async () => {
    const { onCall, member, lead, schedule, team, policy, service } = await aPagingService();
    const stranger = await aUser(context);
    for (const { id } of [onCall, member, lead]) {
      expect(await servicesReaching(db, { kind: 'USER', id })).toEqual([service.id]);
    }
    expect(await servicesReaching(db, { kind: 'SCHEDULE', id: schedule.id })).toEqual([service.id]);
    expect(await servicesReaching(db, { kind: 'TEAM', id: team.id })).toEqual([service.id]);
    expect(await servicesReaching(db, { kind: 'POLICY', id: policy.id })).toEqual([service.id]);
    expect(await servicesReaching(db, { kind: 'USER', id: stranger.id })).toEqual([]);

    const last = await aPolicy(context, { lastResort: [{ kind: 'USER', id: stranger.id }] });
    const other = await aService(context, { escalationPolicyId: last.id });
    expect(await servicesReaching(db, { kind: 'USER', id: stranger.id })).toEqual([other.id]);

    await runBatch(db, [putLastResort(db, [{ kind: 'TEAM', id: team.id }], 1)]);
    expect(await servicesReaching(db, { kind: 'USER', id: member.id })).toBe('all');
    await runBatch(db, [putLastResort(db, [], 1)]);
  });
});

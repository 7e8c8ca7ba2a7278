import { afterEach, describe, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { putLastResort } from '../../../db/repositories/settings';
import { createPolicyInput, updatePolicyInput } from '../../../domain/escalation/input';
import { DEFAULT_SERVICE_SETTINGS } from '../../../domain/plan/plan';
import { createPolicy } from '../../../workers/operations/escalation-policy/create';
import { getPolicy } from '../../../workers/operations/escalation-policy/get';
import { removePolicy } from '../../../workers/operations/escalation-policy/remove';
import { updatePolicy } from '../../../workers/operations/escalation-policy/update';
import { removeSchedule } from '../../../workers/operations/schedule/remove';
import { createService } from '../../../workers/operations/service/create';
import { getService } from '../../../workers/operations/service/get';
import { removeService } from '../../../workers/operations/service/remove';
import { updateService } from '../../../workers/operations/service/update';
import { createTeam } from '../../../workers/operations/team/create';
import { getTeam } from '../../../workers/operations/team/get';
import { removeTeam } from '../../../workers/operations/team/remove';
import { updateTeam } from '../../../workers/operations/team/update';
import {
  adminContext,
  aPolicy,
  aSchedule,
  aService,
  aTeam,
  aUser,
  auditActions,
  db,
  failureOf,
  settle,
  taken,
  version,
} from './support';

const context = adminContext();
afterEach(settle);
const responder = adminContext({ actor: { kind: 'user', id: 'usr_r', name: 'R', role: 'RESPONDER' } });

describe('teams', () => {
  it('are made, changed and deleted, each with its trace and its version', async () => {
    const [lead, member] = [await aUser(context), await aUser(context)];
    const before = await version();
    const team = await aTeam(context, { leadId: lead.id, members: [{ userId: member.id }] });
    expect(team.members).toEqual([{ userId: member.id, role: 'MEMBER', receiveNotifications: true }]);
    expect(taken(await getTeam(responder, { id: team.id }))).toEqual(team);
    const changed = taken(await updateTeam(context, { id: team.id, name: 'Renamed', leadId: null }));
    expect(changed).toMatchObject({ name: 'Renamed', leadId: null, members: team.members });
    expect(taken(await getTeam(context, { id: team.id }))).toEqual(changed);
    taken(await removeTeam(context, { id: team.id }));
    expect(failureOf(await getTeam(context, { id: team.id })).code).toBe('not-found');
    expect(await auditActions(team.id)).toEqual(['team.create', 'team.update', 'team.remove']);
    expect(await version()).toBe(before + 3);
  });

  it('name whoever does not exist', async () => {
    const input = {
      name: 'T',
      leadId: 'usr_no',
      members: [{ userId: 'usr_none', role: 'MEMBER' as const, receiveNotifications: true }],
    };
    expect(failureOf(await createTeam(context, input))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'leadId' }, { path: 'members/0/userId' }],
    });
  });

  it('take more members than one statement can bind', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, () => aUser(context)));
    const team = await aTeam(context, { members: people.map(({ id }) => ({ userId: id })) });
    expect(taken(await getTeam(context, { id: team.id })).members).toHaveLength(60);
  });

  it('are not for responders to change', async () => {
    const team = await aTeam(context);
    expect(failureOf(await updateTeam(responder, { id: team.id, name: 'Mine' })).code).toBe('forbidden');
    expect(failureOf(await removeTeam(responder, { id: team.id })).code).toBe('forbidden');
  });
});

describe('what is in use', () => {
  it('cannot be deleted, and the answer names who uses it', async () => {
    const user = await aUser(context);
    const team = await aTeam(context);
    const schedule = await aSchedule(context, [user.id]);
    const policy = await aPolicy(context, {
      name: 'Nights',
      steps: [{ delayMinutes: 0, targets: [{ kind: 'SCHEDULE', id: schedule.id }] }],
      lastResort: [{ kind: 'TEAM', id: team.id }],
    });
    const service = await aService(context, { name: 'Shop', teamId: team.id, escalationPolicyId: policy.id });

    expect(failureOf(await removePolicy(context, { id: policy.id }))).toMatchObject({
      code: 'in-use',
      message: 'The escalation policy “Nights” is used by service “Shop”.',
      detail: { usedBy: [{ kind: 'service', id: service.id, name: 'Shop' }] },
    });
    expect(failureOf(await removeSchedule(context, { id: schedule.id })).detail).toMatchObject({
      usedBy: [{ kind: 'escalation-policy', id: policy.id, name: 'Nights' }],
    });
    const uses = failureOf(await removeTeam(context, { id: team.id })).detail?.usedBy;
    expect(uses).toEqual([
      { kind: 'escalation-policy', id: policy.id, name: 'Nights' },
      { kind: 'service', id: service.id, name: 'Shop' },
    ]);

    taken(await removeService(context, { id: service.id }));
    taken(await removePolicy(context, { id: policy.id }));
    taken(await removeSchedule(context, { id: schedule.id }));
    taken(await removeTeam(context, { id: team.id }));
  });

  it('may be used by the last resort of the organisation', async () => {
    const team = await aTeam(context);
    await runBatch(db, [putLastResort(db, [{ kind: 'TEAM', id: team.id }], 1)]);
    expect(failureOf(await removeTeam(context, { id: team.id })).message).toContain('last resort of the organisation');
    await runBatch(db, [putLastResort(db, [], 1)]);
    taken(await removeTeam(context, { id: team.id }));
  });
});

describe('escalation policies', () => {
  it('take delays in either unit and answer both', async () => {
    const user = await aUser(context);
    const targets = [{ kind: 'USER', id: user.id }];
    const policy = await aPolicy(context, {
      repeat: 2,
      steps: [
        { targets },
        { delayMinutes: 5, targets, channels: ['sms'] },
        { delaySeconds: 30, targets, channels: [] },
      ],
    });
    expect(policy.steps).toMatchObject([
      { delaySeconds: 0, delayMinutes: 0, targets, channels: null },
      { delaySeconds: 300, delayMinutes: 5, channels: ['sms'] },
      { delaySeconds: 30, delayMinutes: 0.5, channels: null },
    ]);
    expect(policy).toMatchObject({ repeat: 2, repeatAfterSeconds: 300, repeatAfterMinutes: 5 });
    expect(taken(await getPolicy(context, { id: policy.id }))).toEqual(policy);
  });

  it('keep the ids of their steps when edited', async () => {
    const policy = await aPolicy(context, { steps: [{ targets: [] }, { delayMinutes: 1, targets: [] }] });
    const input = updatePolicyInput.parse({ steps: [{ delaySeconds: 7, targets: [] }] });
    const changed = taken(await updatePolicy(context, { id: policy.id, ...input }));
    expect(changed.steps).toMatchObject([{ id: policy.steps[0]?.id, delaySeconds: 7 }]);
    expect(changed).toMatchObject({ name: policy.name, repeatAfterSeconds: 300 });
    expect(taken(await getPolicy(context, { id: policy.id }))).toEqual(changed);
  });

  it('name targets that do not exist', async () => {
    const steps = [{ targets: [{ kind: 'TEAM' as const, id: 'team_none' }] }];
    const made = await createPolicy(context, createPolicyInput.parse({ name: 'P', steps }));
    expect(failureOf(made).fields).toEqual([{ path: 'steps/0/targets/0/id', message: 'There is no such team' }]);
  });
});

describe('services', () => {
  it('have defaults, and settings that change in part', async () => {
    const service = await aService(context);
    expect(service).toMatchObject({ escalationPolicyId: null, settings: DEFAULT_SERVICE_SETTINGS });
    const settings = { acknowledgementTimeoutSeconds: { LOW: 60 }, sla: { P1: { acknowledgeMinutes: 2 } } };
    const changed = taken(await updateService(context, { id: service.id, settings, description: 'It sells.' }));
    expect(changed.settings.acknowledgementTimeoutSeconds).toEqual({ HIGH: 1800, MEDIUM: null, LOW: 60 });
    expect(changed.settings.sla.P1).toEqual({ acknowledgeMinutes: 2, resolveMinutes: 60 });
    expect(taken(await getService(context, { id: service.id }))).toEqual(changed);
  });

  it('name a team or policy that does not exist', async () => {
    const made = await createService(context, { name: 'S', teamId: 'team_no', escalationPolicyId: 'pol_no' });
    expect(failureOf(made).fields?.map(({ path }) => path)).toEqual(['teamId', 'escalationPolicyId']);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { overrideInput, updateScheduleInput } from '../../../domain/schedule/input';
import { onCallNow } from '../../../workers/operations/oncall/now';
import { createSchedule } from '../../../workers/operations/schedule/create';
import { createOverride } from '../../../workers/operations/schedule/create-override';
import { getSchedule } from '../../../workers/operations/schedule/get';
import { listOverrides } from '../../../workers/operations/schedule/list-overrides';
import { removeOverride } from '../../../workers/operations/schedule/remove-override';
import { updateSchedule } from '../../../workers/operations/schedule/update';
import { updateUser } from '../../../workers/operations/user/update';
import { adminContext, aSchedule, aUser, failureOf, layer, settle, taken } from './support';

// Thursday in the week of Monday 2026-11-23; `layer` hands over on Mondays.
const THURSDAY = Date.parse('2026-11-26T12:00:00Z');
const context = adminContext({ now: THURSDAY });
afterEach(settle);

describe('schedules', () => {
  it('come back as they were given', async () => {
    const [a, b] = [await aUser(context), await aUser(context)];
    const schedule = await aSchedule(context, [a.id, null, [a.id, b.id]]);
    expect(schedule.layers).toEqual([layer([a.id, null, [a.id, b.id]])]);
    expect(taken(await getSchedule(context, { id: schedule.id }))).toEqual(schedule);
    const input = updateScheduleInput.parse({
      layers: [layer([b.id]), { ...layer([a.id]), name: 'Second', priority: 0 }],
    });
    const changed = taken(await updateSchedule(context, { id: schedule.id, ...input }));
    expect(changed).toMatchObject({ name: schedule.name, timezone: 'Europe/Lisbon' });
    expect(taken(await getSchedule(context, { id: schedule.id }))).toEqual(changed);
  });

  it('name people who do not exist, where they stand', async () => {
    const made = await createSchedule(context, {
      name: 'S',
      timezone: 'UTC',
      layers: [layer([null, ['usr_no']])],
      overrides: [{ userId: 'usr_none', replacesUserId: null, start: 1, end: 2 }],
    });
    expect(failureOf(made).fields?.map(({ path }) => path)).toEqual(['layers/0/users/1/0', 'overrides/0/userId']);
  });

  it('say who is on call now, and say nobody for people who are not active', async () => {
    const user = await aUser(context);
    const schedule = await aSchedule(context, [user.id]);
    const scheduleId = schedule.id;
    const now = taken(await onCallNow(context, { scheduleId }));
    expect(now).toMatchObject({
      at: THURSDAY,
      data: [{ scheduleId, scheduleName: schedule.name, users: [{ id: user.id, name: user.name }], source: 'layer' }],
    });
    taken(await updateUser(context, { id: user.id, status: 'DISABLED' }));
    const after = taken(await onCallNow(context, { scheduleId }));
    expect(after.data).toMatchObject([{ users: [], source: 'none', until: null }]);
    expect(failureOf(await onCallNow(context, { scheduleId: 'sch_no' })).code).toBe('not-found');
  });
});

describe('overrides', () => {
  it('of one request count in their order: the last wins', async () => {
    const [a, b, c] = [await aUser(context), await aUser(context), await aUser(context)];
    const span = { start: '2026-11-26T00:00:00Z', end: '2026-11-27T00:00:00Z' };
    const overrides = [
      { user: b.id, ...span },
      { userId: c.id, ...span },
    ];
    const schedule = await aSchedule(context, [a.id], { overrides });
    expect(schedule.overrides.map(({ userId }) => userId)).toEqual([b.id, c.id]);
    const { data } = taken(await onCallNow(context, { scheduleId: schedule.id }));
    expect(data[0]).toMatchObject({
      users: [{ id: c.id }],
      source: 'override',
      until: Date.parse('2026-11-27T00:00:00Z'),
    });
  });

  it('may be made and taken back by whoever takes the shift', async () => {
    const [a, b] = [await aUser(context), await aUser(context)];
    const schedule = await aSchedule(context, [a.id]);
    const self = adminContext({ actor: { kind: 'user', id: b.id, name: b.name, role: 'RESPONDER' }, now: THURSDAY });
    const input = (userId: string | null) =>
      overrideInput.parse({ userId, replacesUserId: a.id, start: '2026-11-26T10:00:00Z', end: '2026-11-26T14:00:00Z' });
    const made = taken(await createOverride(self, { id: schedule.id, ...input(b.id) }));
    expect(made).toMatchObject({ userId: b.id, replacesUserId: a.id, start: '2026-11-26T10:00:00.000Z' });
    expect(failureOf(await createOverride(self, { id: schedule.id, ...input(null) })).code).toBe('forbidden');
    expect(taken(await onCallNow(self, { scheduleId: schedule.id })).data[0]?.users).toMatchObject([{ id: b.id }]);
    expect(taken(await listOverrides(self, { id: schedule.id, limit: 10 })).data).toEqual([made]);
    taken(await removeOverride(self, { id: schedule.id, overrideId: made.id }));
    expect(taken(await onCallNow(self, { scheduleId: schedule.id })).data[0]?.users).toMatchObject([{ id: a.id }]);
  });
});

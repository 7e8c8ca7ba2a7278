import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { coverInput } from '../../../domain/cover/input';
import { DAY, HOUR } from '../../../domain/shared/time';
import type { Context } from '../../../workers/context';
import { declineCover, takeCover } from '../../../workers/operations/cover/answer';
import { requestCover } from '../../../workers/operations/cover/create';
import { dueCovers } from '../../../workers/operations/cover/due';
import { getCover, myCovers } from '../../../workers/operations/cover/list';
import { withdrawCover } from '../../../workers/operations/cover/withdraw';
import { onCallNow } from '../../../workers/operations/oncall/now';
import { shiftsOfPerson } from '../../../workers/operations/schedule/shifts-of-person';
import { adminContext, aSchedule, aUser, auditActions, db, failureOf, settle, taken } from '../config/support';
import { responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

const span = { start: '2026-11-27T18:00:00Z', end: '2026-11-28T06:00:00Z' };
const NIGHT = Date.parse('2026-11-27T20:00:00Z');
const input = (change: object = {}) => coverInput.parse({ ...span, ...change });

/** Three people who take weeks in turn; `current` is on call this week. */
async function setting() {
  const people = [await aUser(context), await aUser(context), await aUser(context)];
  const { id } = await aSchedule(
    context,
    people.map((person) => person.id),
  );
  const onCall = async (at: number) =>
    taken(await onCallNow(context, { scheduleId: id, at })).data[0]?.users.map((user) => user.id);
  const [now] = (await onCall(THURSDAY)) ?? [];
  const current = people.find((person) => person.id === now);
  const [other, third] = people.filter((person) => person !== current);
  if (!current || !other || !third) throw new Error('nobody is on call');
  const as = (person: { id: string; name: string }, change: Partial<Context> = {}) =>
    adminContext({ now: THURSDAY, actor: responder(person), ...change });
  return { id, current, other, third, as, onCall };
}

const messagesTo = async (userId: string): Promise<string[]> =>
  (await db.all<{ kind: string }>(sql`SELECT kind FROM messages WHERE user_id = ${userId} ORDER BY rowid`)).map(
    ({ kind }) => kind,
  );
const overridesOf = async (id: string) =>
  (await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM schedule_overrides WHERE schedule_id = ${id}`))[0]?.n;

describe('a request for cover', () => {
  it('is offered to the others, and with one tap the shift is the taker’s and both are told', async () => {
    const { id, current, other, third, as, onCall } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    expect(asked).toMatchObject({ state: 'OPEN', user: { id: current.id }, takenBy: null });
    expect(await messagesTo(other.id)).toEqual(['cover-asked']);
    expect(taken(await myCovers(as(third))).offered.map((one) => one.id)).toEqual([asked.id]);

    const done = taken(await takeCover(as(other), { id: asked.id }));
    expect(done).toMatchObject({ state: 'TAKEN', takenBy: { id: other.id } });
    expect(done.offers.find(({ user }) => user.id === third.id)?.state).toBe('CLOSED');
    expect(await onCall(NIGHT)).toEqual([other.id]);
    expect(await onCall(THURSDAY)).toEqual([current.id]);
    expect(await messagesTo(current.id)).toEqual(['cover-taken']);
    expect(await messagesTo(other.id)).toEqual(['cover-asked', 'cover-taken']);
    expect(await messagesTo(third.id)).toEqual(['cover-asked']);
    expect(taken(await myCovers(as(third))).offered).toEqual([]);
    expect((await auditActions(id)).slice(1)).toEqual(['schedule.cover-requested', 'schedule.cover-taken']);
  });

  it('goes to one of two who take it at once', async () => {
    const { id, current, other, third, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    const answers = await Promise.all([other, third].map((person) => takeCover(as(person), { id: asked.id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = answers.find(({ ok }) => !ok);
    expect(lost && failureOf(lost)).toMatchObject({ code: 'conflict', detail: { reason: 'taken' } });
    expect(await overridesOf(id)).toBe(1);
    const winner = taken(await getCover(context, { id: asked.id })).takenBy?.id ?? '';
    const [loser] = [other.id, third.id].filter((one) => one !== winner);
    expect(await messagesTo(winner)).toContain('cover-taken');
    expect(await messagesTo(loser ?? '')).not.toContain('cover-taken');
  });

  it('that was taken twice by the same person is taken once', async () => {
    const { id, current, other, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    const first = taken(await takeCover(as(other), { id: asked.id }));
    expect(taken(await takeCover(as(other), { id: asked.id }))).toEqual(first);
    expect(await overridesOf(id)).toBe(1);
  });

  it('ends with the last who declines, and whoever asked is told', async () => {
    const { id, current, other, third, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    const both = await Promise.all([other, third].map((person) => declineCover(as(person), { id: asked.id })));
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect(taken(await getCover(context, { id: asked.id })).state).toBe('DECLINED');
    expect(await messagesTo(current.id)).toEqual(['cover-ended']);
    expect(await overridesOf(id)).toBe(0);
  });

  it('can be withdrawn by whoever asked, and by nobody else but an administrator', async () => {
    const { id, current, other, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    expect(failureOf(await withdrawCover(as(other), { id: asked.id })).code).toBe('forbidden');
    taken(await withdrawCover(as(current), { id: asked.id }));
    expect(failureOf(await takeCover(as(other), { id: asked.id }))).toMatchObject({ detail: { reason: 'withdrawn' } });
    const again = taken(await requestCover(as(current), { id, ...input() }));
    taken(await withdrawCover(context, { id: again.id }));
  });

  it('cannot be taken once the shift has begun, nor by whom it was not offered to', async () => {
    const { id, current, other, third, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input({ offeredTo: [other.id] }) }));
    expect(failureOf(await takeCover(as(third), { id: asked.id })).code).toBe('forbidden');
    const late = as(other, { now: Date.parse(span.start) });
    expect(failureOf(await takeCover(late, { id: asked.id }))).toMatchObject({ detail: { reason: 'expired' } });
  });

  it('hands the shift over at once where both have agreed', async () => {
    const { id, current, other, as, onCall } = await setting();
    const done = taken(await requestCover(as(current), { id, ...input({ offeredTo: [other.id], agreed: true }) }));
    expect(done).toMatchObject({ state: 'TAKEN', takenBy: { id: other.id } });
    expect(await onCall(NIGHT)).toEqual([other.id]);
    expect([await messagesTo(current.id), await messagesTo(other.id)]).toEqual([['cover-taken'], ['cover-taken']]);
  });

  it('is of one’s own shift, once, and in the future', async () => {
    const { id, current, other, as } = await setting();
    expect(failureOf(await requestCover(as(other), { id, ...input() })).fields?.[0]?.path).toBe('start');
    expect(failureOf(await requestCover(as(other), { id, ...input({ userId: current.id }) })).code).toBe('forbidden');
    const past = { start: '2026-11-24T10:00:00Z', end: '2026-11-24T12:00:00Z' };
    expect(failureOf(await requestCover(as(current), { id, ...input(past) })).fields?.[0]?.path).toBe('end');
    const long = input({ end: '2026-12-02T00:00:00Z' });
    expect(failureOf(await requestCover(as(current), { id, ...long })).fields?.[0]?.path).toBe('start');
    taken(await requestCover(as(current), { id, ...input() }));
    expect(failureOf(await requestCover(as(current), { id, ...input() })).code).toBe('conflict');
    expect(failureOf(await requestCover(as(current), { id: 'sch_no', ...input() })).code).toBe('not-found');
  });

  it('comes to nothing when the shift has become somebody else’s since', async () => {
    const { id, current, other, third, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    await db.run(sql`INSERT INTO schedule_overrides (id, schedule_id, user_id, start_at, end_at, created_at)
      VALUES (${`ovr_${id}`}, ${id}, ${third.id}, ${Date.parse(span.start)}, ${Date.parse(span.end)}, ${THURSDAY})`);
    expect(failureOf(await takeCover(as(other), { id: asked.id })).code).toBe('conflict');
    expect(await overridesOf(id)).toBe(1);
  });

  it('is reminded of once, to who has not answered and to who asked', async () => {
    const { id, current, other, third, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    taken(await declineCover(as(third), { id: asked.id }));
    expect(asked.remindAt).toBe(THURSDAY + 15 * HOUR);
    for (const late of [15 * HOUR - 1, 15 * HOUR, 16 * HOUR]) {
      await dueCovers(adminContext({ now: THURSDAY + late }), 50);
      expect(await messagesTo(current.id), String(late)).toEqual(late < 15 * HOUR ? [] : ['cover-waiting']);
    }
    expect(await messagesTo(other.id)).toEqual(['cover-asked', 'cover-asked']);
    expect(await messagesTo(third.id)).toEqual(['cover-asked']);
    expect(taken(await getCover(context, { id: asked.id }))).toMatchObject({ state: 'OPEN', remindAt: null });
    await dueCovers(adminContext({ now: Date.parse(span.start) }), 50);
    expect(taken(await getCover(context, { id: asked.id })).state).toBe('EXPIRED');
  });

  it('stands beside the shift it is for', async () => {
    const { id, current, as } = await setting();
    const asked = taken(await requestCover(as(current), { id, ...input() }));
    const [shift] = taken(await shiftsOfPerson(as(current), { id: current.id })).data;
    expect(shift).toMatchObject({ schedule: { id }, away: null, cover: { id: asked.id, isExchange: false } });
  });
});

describe('an exchange', () => {
  /** A night of the one who is on call now, for a night of the one who has the week after. */
  async function exchanging(change: object = {}) {
    const found = await setting();
    const next = (await found.onCall(THURSDAY + 7 * DAY))?.[0];
    const [partner, bystander] = next === found.other.id ? [found.other, found.third] : [found.third, found.other];
    const inReturn = { start: '2026-12-03T18:00:00Z', end: '2026-12-04T06:00:00Z' };
    const wish = { ...input({ offeredTo: [partner.id], inReturn, ...change }), id: found.id };
    return { ...found, partner, bystander, inReturn, wish, THEIRS: NIGHT + 6 * DAY };
  }

  it('lets both shifts change hands with one tap of the other, and both are told', async () => {
    const { id, current, partner, bystander, as, onCall, wish, THEIRS } = await exchanging();
    const asked = taken(await requestCover(as(current), wish));
    expect(asked).toMatchObject({ state: 'OPEN', inReturn: { start: '2026-12-03T18:00:00.000Z', overrideId: null } });
    expect(await onCall(NIGHT)).toEqual([current.id]);
    expect(failureOf(await takeCover(as(bystander), { id: asked.id })).code).toBe('forbidden');

    const done = taken(await takeCover(as(partner), { id: asked.id }));
    expect(done).toMatchObject({ state: 'TAKEN', takenBy: { id: partner.id } });
    expect([await onCall(NIGHT), await onCall(THEIRS)]).toEqual([[partner.id], [current.id]]);
    expect(await onCall(THURSDAY)).toEqual([current.id]);
    expect(await overridesOf(id)).toBe(2);
    expect(await messagesTo(current.id)).toEqual(['cover-taken']);
    expect(await messagesTo(partner.id)).toEqual(['cover-asked', 'cover-taken']);
    expect(taken(await takeCover(as(partner), { id: asked.id }))).toEqual(done);
    expect(await overridesOf(id)).toBe(2);
  });

  it('changes nothing when the other declines, and whoever asked is told', async () => {
    const { id, current, partner, as, wish } = await exchanging();
    const asked = taken(await requestCover(as(current), wish));
    expect(taken(await declineCover(as(partner), { id: asked.id })).state).toBe('DECLINED');
    expect(await messagesTo(current.id)).toEqual(['cover-ended']);
    expect(await overridesOf(id)).toBe(0);
  });

  it('comes to nothing as a whole when one of the shifts has become somebody else’s', async () => {
    const { id, current, partner, bystander, as, wish, THEIRS } = await exchanging();
    const asked = taken(await requestCover(as(current), wish));
    await db.run(sql`INSERT INTO schedule_overrides (id, schedule_id, user_id, start_at, end_at, created_at)
      VALUES (${`ovr_${id}`}, ${id}, ${bystander.id}, ${THEIRS}, ${THEIRS + HOUR}, ${THURSDAY})`);
    expect(failureOf(await takeCover(as(partner), { id: asked.id })).message).toContain('given in return');
    expect(await overridesOf(id)).toBe(1);
    expect(taken(await getCover(context, { id: asked.id })).state).toBe('OPEN');
  });

  it('is made at once where both have agreed', async () => {
    const { current, partner, as, onCall, wish, THEIRS } = await exchanging({ agreed: true });
    expect(taken(await requestCover(as(current), wish)).state).toBe('TAKEN');
    expect([await onCall(NIGHT), await onCall(THEIRS)]).toEqual([[partner.id], [current.id]]);
  });

  it('is of a shift that is the other’s, in the future, and can be accepted until the first of both starts', async () => {
    const { current, bystander, as, wish } = await exchanging();
    const wrong = { ...wish, offeredTo: [bystander.id] };
    expect(failureOf(await requestCover(as(current), wrong)).fields?.[0]?.path).toBe('inReturn/start');
    const past = { ...wish, inReturn: { start: THURSDAY - 2 * HOUR, end: THURSDAY - HOUR } };
    expect(failureOf(await requestCover(as(current), past)).fields?.[0]?.path).toBe('inReturn/end');
    const early = taken(await requestCover(as(current), wish));
    expect(early.expiresAt).toBe(Date.parse(span.start));
  });

  it('names the one other, and no time twice', () => {
    const inReturn = { start: '2026-11-28T00:00:00Z', end: '2026-11-29T00:00:00Z' };
    const paths = (change: object) =>
      coverInput.safeParse({ ...span, ...change }).error?.issues.map(({ path }) => path.join('/'));
    expect(paths({ inReturn: { ...inReturn, start: '2026-11-28T06:00:00Z' } })).toEqual(['offeredTo']);
    expect(paths({ inReturn, offeredTo: ['usr_a'] })).toEqual(['inReturn/start']);
  });
});

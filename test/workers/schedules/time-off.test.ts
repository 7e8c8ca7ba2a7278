import { afterEach, describe, expect, it } from 'vitest';
import { timeOffInput } from '../../../domain/time-off/input';
import { createOverride } from '../../../workers/operations/schedule/create-override';
import { getSchedule } from '../../../workers/operations/schedule/get';
import { shiftsOfPerson } from '../../../workers/operations/schedule/shifts-of-person';
import { createTimeOff } from '../../../workers/operations/time-off/create';
import { importTimeOff } from '../../../workers/operations/time-off/import';
import { listTimeOff } from '../../../workers/operations/time-off/list';
import { coverProposals } from '../../../workers/operations/time-off/proposals';
import { removeTimeOff } from '../../../workers/operations/time-off/remove';
import { adminContext, aSchedule, aUser, failureOf, settle, taken } from '../config/support';
import { responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

const as = (person: { id: string; name: string }) => adminContext({ now: THURSDAY, actor: responder(person) });
// From the Wednesday of one week into that of the third.
const away = timeOffInput.parse({ start: '2026-12-02T00:00:00Z', end: '2026-12-16T00:00:00Z' });

describe('time off', () => {
  it('proposes for each shift in it who is free and carries least, and changes no shift', async () => {
    const [ana, bo, cy, dee] = [await aUser(context), await aUser(context), await aUser(context), await aUser(context)];
    const { id } = await aSchedule(context, [ana.id, bo.id, cy.id, dee.id]);
    const before = taken(await getSchedule(context, { id }));
    // Whoever has the week of 30 November goes away in the middle of it.
    const people = [ana, bo, cy, dee];
    const shifts = await Promise.all(
      people.map(async (person) => taken(await shiftsOfPerson(context, { id: person.id })).data[0]?.start ?? ''),
    );
    const leaver = people[shifts.indexOf('2026-11-30T09:00:00.000Z')];
    if (!leaver) throw new Error('nobody is on call');
    const [busy, gone, free] = people.filter((person) => person !== leaver);
    if (!busy || !gone || !free) throw new Error('four people');
    const elsewhere = await aSchedule(context, []);
    const week = { start: Date.parse('2026-12-01T00:00:00Z'), end: Date.parse('2026-12-08T00:00:00Z') };
    taken(await createOverride(context, { id: elsewhere.id, userId: busy.id, replacesUserId: null, ...week }));
    taken(await createTimeOff(as(gone), away));

    const off = taken(await createTimeOff(as(leaver), away));
    const { data } = taken(await coverProposals(as(leaver), { id: off.id }));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      schedule: { id },
      start: '2026-12-02T00:00:00.000Z',
      end: '2026-12-07T09:00:00.000Z',
      cover: null,
    });
    expect(data[0]?.candidates[0]).toMatchObject({ user: { id: free.id }, busy: null });
    const why = new Map(data[0]?.candidates.map((one) => [one.user.id, one.busy]));
    expect([why.get(busy.id), why.get(gone.id)]).toEqual(['on-call', 'away']);
    expect(taken(await getSchedule(context, { id }))).toEqual(before);
    const [shift] = taken(await shiftsOfPerson(as(leaver), { id: leaver.id })).data;
    expect(shift?.away?.id).toBe(off.id);
  });

  it('is one’s own affair, and an administrator’s', async () => {
    const [ana, bo] = [await aUser(context), await aUser(context)];
    const off = taken(await createTimeOff(as(ana), away));
    expect(failureOf(await createTimeOff(as(bo), { ...away, userId: ana.id })).code).toBe('forbidden');
    expect(failureOf(await removeTimeOff(as(bo), { id: off.id })).code).toBe('forbidden');
    taken(await removeTimeOff(context, { id: off.id }));
    expect(taken(await listTimeOff(as(ana), { userId: ana.id })).data).toEqual([]);
    const past = { start: 0, end: 1000 };
    expect(failureOf(await createTimeOff(as(ana), past)).fields?.[0]?.path).toBe('end');
  });
});

describe('importing time off', () => {
  const event = (uid: string, start: string, more: string) =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:Holiday\r\nDTSTART;${start}\r\n${more}\r\nEND:VEVENT\r\n`;
  const file = (...events: string[]) => `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;

  it('notes each event once, whole days on the person’s clock', async () => {
    const ana = await aUser(context, { timezone: 'America/New_York' });
    const text = file(
      event('1', 'VALUE=DATE:20261224', 'DURATION:P3D'),
      event('2', 'VALUE=DATE:20270101', 'DURATION:P1D'),
    );
    expect(taken(await importTimeOff(as(ana), { text, dryRun: true })).created).toHaveLength(2);
    expect(taken(await listTimeOff(context, { userId: ana.id })).data).toEqual([]);
    const done = taken(await importTimeOff(as(ana), { text, dryRun: false }));
    expect(done.created[0]).toMatchObject({ start: '2026-12-24T05:00:00.000Z', end: '2026-12-27T05:00:00.000Z' });
    const again = taken(await importTimeOff(as(ana), { text, dryRun: false }));
    expect(again).toMatchObject({ created: [], skipped: [{ reason: 'it was imported before' }, {}] });
    expect(taken(await listTimeOff(context, { userId: ana.id })).data).toHaveLength(2);
  });

  it.each([
    ['no calendar', 'hello', 'no iCalendar'],
    ['an unknown zone', file(event('1', 'TZID=Mars/Olympus:20261201T090000', 'DURATION:P1D')), '“Mars/Olympus”'],
    [
      'more than anybody takes',
      file(event('1', 'VALUE=DATE:20261201', 'DURATION:P1D\r\nRRULE:FREQ=DAILY')),
      '200 times off',
    ],
  ])('refuses %s in words', async (_what, text, words) => {
    const ana = await aUser(context);
    expect(failureOf(await importTimeOff(as(ana), { text, dryRun: false })).message).toContain(words);
    expect(taken(await listTimeOff(context, { userId: ana.id })).data).toEqual([]);
  });
});

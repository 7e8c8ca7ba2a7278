import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { importCalendar } from '../../../domain/schedule/ical-import';
import { removeSchedule } from '../../../workers/operations/schedule/remove';
import { updateUser } from '../../../workers/operations/user/update';
import { adminContext, aSchedule, aUser, db, settle, taken } from '../config/support';
import { type Asked, call, fetchFrom, responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

const read = (url: string, asked: Asked = {}) =>
  fetchFrom('GET', new URL(url).pathname, undefined, { as: { kind: 'anonymous' }, ...asked });
const pathOf = (kind: 'schedules' | 'users', id: string) => `/${kind}/${id}/calendar`;

async function setting() {
  const [a, b] = [await aUser(context, { name: 'Ana; Ruiz' }), await aUser(context)];
  const schedule = await aSchedule(context, [a.id, b.id], { name: 'Payments, EU' });
  const link = async (kind: 'schedules' | 'users', id: string, as = responder(a)) => {
    const { status, body } = await call('POST', pathOf(kind, id), undefined, { as });
    expect(status).toBe(201);
    return body.url as string;
  };
  return { a, b, schedule, link };
}

describe('a calendar link', () => {
  it('shows the shifts that the API shows', async () => {
    const { schedule, link } = await setting();
    const url = await link('schedules', schedule.id);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8787\/calendars\/[0-9a-z]{32}\.ics$/);
    const answer = await read(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const from = '2026-12-01T00:00:00Z';
    const to = '2027-04-01T00:00:00Z';
    const { body } = await call('GET', `/schedules/${schedule.id}/shifts?from=${from}&to=${to}`);
    const shifts = (body.data as { user: { name: string }; start: string; end: string }[]).map(
      ({ user, start, end }) => ({
        summary: `${user.name}: on call for Payments, EU`,
        start: Date.parse(start),
        end: Date.parse(end),
      }),
    );
    const found = importCalendar(await answer.text(), { start: Date.parse(from), end: Date.parse(to), zone: 'UTC' });
    if (typeof found === 'string') throw new Error(found);
    const clipped = found.occurrences.map(({ summary, start, end }) => ({
      summary,
      start: Math.max(start, Date.parse(from)),
      end: Math.min(end, Date.parse(to)),
    }));
    expect(clipped).toEqual(shifts);
  });

  it('of a person shows theirs alone, on all schedules', async () => {
    const { a, b, link } = await setting();
    const second = await aSchedule(context, [b.id], {
      overrides: [{ userId: a.id, start: '2026-12-24T00:00:00Z', end: '2026-12-25T00:00:00Z' }],
    });
    const text = await (await read(await link('users', a.id))).text();
    const summaries = new Set([...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map((match) => match[1]));
    expect(summaries).toEqual(new Set(['On call: Payments\\, EU', `On call: ${second.name}`]));
    expect(text).toContain('DTSTART:20261224T000000Z\r\nDTEND:20261225T000000Z\r\n');
    expect(text).toContain('X-WR-CALNAME:On call: Ana\\; Ruiz\r\n');
  });

  it('is not sent again while nothing changes, and is when something does', async () => {
    const { a, schedule, link } = await setting();
    const url = await link('schedules', schedule.id);
    const first = await read(url);
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    const again = (now: number, tag = etag) => read(url, { now, headers: { 'if-none-match': tag } });
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await again(THURSDAY + 3_600_000, tag);
      expect({ status: answer.status, body: await answer.text(), etag: answer.headers.get('etag') }).toEqual({
        status: 304,
        body: '',
        etag,
      });
    }
    const later = { start: '2026-12-24T00:00:00Z', end: '2026-12-25T00:00:00Z' };
    await call('POST', `/schedules/${schedule.id}/overrides`, { userId: null, ...later }, { now: THURSDAY + 5000 });
    const changed = await again(THURSDAY + 10_000);
    expect(changed.status).toBe(200);
    const sequence = (of: string) => Number(/^SEQUENCE:(\d+)\r$/m.exec(of)?.[1]);
    const uids = (of: string) => new Set([...of.matchAll(/^UID:(.*)\r$/gm)].map((match) => match[1]));
    const after = await changed.text();
    expect(sequence(after)).toBeGreaterThan(sequence(text));
    expect(uids(after)).toEqual(new Set([...uids(text), ...uids(after)]));
    taken(await updateUser(adminContext({ now: THURSDAY + 20_000 }), { id: a.id, name: 'Ana' }));
    expect(await (await again(THURSDAY + 20_000, changed.headers.get('etag') ?? '')).text()).toContain(
      'SUMMARY:Ana: on call',
    );
  });

  it('ends when it is rotated or revoked', async () => {
    const { a, schedule, link } = await setting();
    const as = responder(a);
    const path = pathOf('schedules', schedule.id);
    expect((await call('GET', path, undefined, { as })).status).toBe(404);
    expect((await call('POST', `${path}/rotate`, undefined, { as })).status).toBe(404);
    const url = await link('schedules', schedule.id);
    expect((await call('POST', path, undefined, { as })).status).toBe(409);
    await read(url);
    await settle();
    const seen = await call('GET', path, undefined, { as });
    expect(seen.body).toEqual({
      createdAt: '2026-11-26T12:00:00.000Z',
      rotatedAt: '2026-11-26T12:00:00.000Z',
      lastReadAt: '2026-11-26T12:00:00.000Z',
    });
    const rotated = (await call('POST', `${path}/rotate`, undefined, { as })).body.url as string;
    expect([(await read(url)).status, (await read(rotated)).status]).toEqual([404, 200]);
    expect((await call('DELETE', path, undefined, { as })).status).toBe(204);
    expect((await read(rotated)).status).toBe(404);
    expect((await call('DELETE', path, undefined, { as })).status).toBe(404);
  });

  it('is everybody’s own, and of people for themselves', async () => {
    const { a, b, schedule, link } = await setting();
    const [mine, theirs] = [await link('schedules', schedule.id), await link('schedules', schedule.id, responder(b))];
    await call('DELETE', pathOf('schedules', schedule.id), undefined, { as: responder(a) });
    expect([(await read(mine)).status, (await read(theirs)).status]).toEqual([404, 200]);
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await call(method, pathOf('users', b.id), undefined, { as: responder(a) })).status).toBe(403);
    }
  });

  it('ends with its owner, with the person and with the schedule', async () => {
    const { a, b, schedule, link } = await setting();
    const [own, other] = [await link('users', a.id), await link('schedules', schedule.id, responder(b))];
    const admin = { kind: 'user', id: b.id, name: b.name, role: 'ADMIN' } as const;
    const watched = (await call('POST', pathOf('users', a.id), undefined, { as: admin })).body.url as string;
    expect((await read(watched)).status).toBe(200);
    taken(await updateUser(context, { id: a.id, status: 'DISABLED' }));
    expect([(await read(own)).status, (await read(watched)).status, (await read(other)).status]).toEqual([
      404, 404, 200,
    ]);
    taken(await removeSchedule(context, { id: schedule.id }));
    expect((await read(other)).status).toBe(404);
  });

  it.each(['x', 'a'.repeat(32), 'A'.repeat(32), '../oncall', '%00', "' OR 1=1 --", 'a'.repeat(5000)])(
    'that never was is not found: %s',
    async (secret) => {
      expect((await fetchFrom('GET', `/calendars/${encodeURIComponent(secret)}.ics`)).status).toBe(404);
    },
  );

  it('is stored as a hash, and stays out of the audit log', async () => {
    const { a, link } = await setting();
    const url = await link('users', a.id);
    const secret = /([0-9a-z]{32})\.ics/.exec(url)?.[1] ?? '';
    for (const table of ['calendar_feeds', 'audit_log']) {
      const rows = await db.all(sql`SELECT * FROM ${sql.identifier(table)}`);
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
  });
});

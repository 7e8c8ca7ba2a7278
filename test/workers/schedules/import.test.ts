import { afterEach, describe, expect, it } from 'vitest';
import { MOST_ICAL_BYTES } from '../../../domain/schedule/ical-import';
import { adminContext, aSchedule, aUser, settle } from '../config/support';
import { type Asked, call, responder, THURSDAY } from './support';

const context = adminContext({ now: THURSDAY });
afterEach(settle);

const event = (uid: string, start: string, summary: string, more = '') =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${summary}\r\nDTSTART;${start}\r\nDURATION:PT8H\r\n${more}END:VEVENT\r\n`;
const file = (...events: string[]) => `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`;
const BERLIN = 'TZID=Europe/Berlin:20261201T090000';

const send = (id: string, query: string, text: string, asked: Asked = {}, type = 'text/calendar; charset=utf-8') =>
  call('POST', `/schedules/${id}/overrides/import${query}`, text, { headers: { 'content-type': type }, ...asked });

let count = 0;

async function setting() {
  count += 1;
  const [a, b] = [
    await aUser(context, { name: `Zoe Quill ${count}` }),
    await aUser(context, { name: `Yan Moss ${count}` }),
  ];
  const { id } = await aSchedule(context, [a.id]);
  const listed = async () => (await call('GET', `/schedules/${id}/overrides`)).body.data as { id: string }[];
  return { a, b, id, listed };
}

describe('importing a calendar', () => {
  it('makes overrides of its events, once', async () => {
    const { a, b, id, listed } = await setting();
    const text = file(
      event('1', BERLIN, 'Cover'),
      event('2', 'TZID=Asia/Tokyo:20261202T090000', 'Cover', 'RRULE:FREQ=DAILY;COUNT=2\r\n'),
    );
    const query = `?userId=${b.id}&replacesUserId=${a.id}`;
    const tried = await send(id, `${query}&dryRun=true`, text);
    expect(tried).toMatchObject({ status: 200, body: { dryRun: true, skipped: [], endless: [] } });
    expect(await listed()).toEqual([]);
    const done = await send(id, query, text);
    expect(done.body).toEqual({ ...tried.body, dryRun: false });
    expect(done.body.created).toMatchObject([
      { userId: b.id, replacesUserId: a.id, start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T16:00:00.000Z' },
      { start: '2026-12-02T00:00:00.000Z' },
      { start: '2026-12-03T00:00:00.000Z' },
    ]);
    expect(await listed()).toHaveLength(3);
    const again = await send(id, query, text);
    expect(again.body).toMatchObject({ created: [], skipped: [{}, {}, { reason: 'it was imported before' }] });
    expect(await listed()).toHaveLength(3);
  });

  it('takes time off, for which nobody stands in', async () => {
    const { a, id } = await setting();
    const { body } = await send(
      id,
      `?replacesUserId=${a.id}`,
      file(event('1', 'VALUE=DATE:20261201', 'Holiday').replace('PT8H', 'P2D')),
    );
    expect(body.created).toMatchObject([
      { userId: null, replacesUserId: a.id, start: '2026-12-01T00:00:00.000Z', end: '2026-12-03T00:00:00.000Z' },
    ]);
  });

  it('finds people by name and address, and says whom it did not find', async () => {
    const { a, b, id } = await setting();
    const attending = `ATTENDEE:mailto:${b.email.toUpperCase()}\r\n`;
    const text = file(
      event('1', BERLIN, `On call: ${a.name.toLowerCase()}`),
      event('2', BERLIN, 'Cover', attending),
      event('3', BERLIN, 'Somebody'),
    );
    const { body } = await send(id, '', text);
    expect((body.created as { userId: string }[]).map(({ userId }) => userId)).toEqual([a.id, b.id]);
    expect(body.skipped).toEqual([
      { summary: 'Somebody', start: '2026-12-01T08:00:00.000Z', reason: 'it names nobody, or several people' },
    ]);
  });

  it('takes what repeats without end for a year, and says so', async () => {
    const { b, id } = await setting();
    const { body } = await send(id, `?userId=${b.id}`, file(event('1', BERLIN, 'Weekly', 'RRULE:FREQ=WEEKLY\r\n')));
    expect(body).toMatchObject({ endless: ['Weekly'], until: '2027-11-27T12:00:00.000Z' });
    expect((body.created as unknown[]).length).toBe(52);
  });

  it.each([
    ['an unknown zone', file(event('1', 'TZID=Mars/Olympus:20261201T090000', 'S')), '“Mars/Olympus”'],
    [
      'more than it takes',
      file(event('1', BERLIN, 'S', 'RRULE:FREQ=DAILY\r\n'), event('2', BERLIN, 'T', 'RRULE:FREQ=DAILY\r\n')),
      'more than 500',
    ],
    ['something else', 'hello', 'no iCalendar'],
    ['nothing', '', 'no iCalendar'],
  ])('refuses %s', async (_what, text, message) => {
    const { b, id, listed } = await setting();
    const { status, body } = await send(id, `?userId=${b.id}`, text);
    expect({ status, detail: body.detail }).toEqual({ status: 400, detail: expect.stringContaining(message) });
    expect(await listed()).toEqual([]);
  });

  it('takes 10 MB and no more', async () => {
    const { b, id } = await setting();
    const padding = `X-PADDING:${'x'.repeat(1000)}\r\n`;
    const full = file(event('1', BERLIN, 'S'), padding.repeat(Math.floor((MOST_ICAL_BYTES - 300) / padding.length)));
    expect((await send(id, `?userId=${b.id}`, full)).status).toBe(200);
    expect((await send(id, `?userId=${b.id}`, full + padding)).status).toBe(413);
  });

  it('takes nothing but text that says it is a calendar', async () => {
    const { b, id } = await setting();
    const text = file(event('1', BERLIN, 'S'));
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect((await send(id, `?userId=${b.id}`, text, {}, type)).status).toBe(400);
    }
    expect((await send(id, '?userId=usr_no', text)).body).toMatchObject({ errors: [{ pointer: '/userId' }] });
    expect((await send('sch_no', '', text)).status).toBe(404);
  });

  it('lets responders do what they may do by hand', async () => {
    const { a, b, id } = await setting();
    const text = file(event('1', BERLIN, 'S'));
    const as = responder(b);
    expect((await send(id, `?userId=${a.id}`, text, { as })).status).toBe(403);
    expect((await send(id, `?replacesUserId=${b.id}`, text, { as })).status).toBe(403);
    expect((await send(id, `?userId=${b.id}&replacesUserId=${a.id}`, text, { as })).status).toBe(200);
    expect((await send(id, `?userId=${b.id}`, text, { as: { kind: 'anonymous' } })).status).toBe(401);
  });
});

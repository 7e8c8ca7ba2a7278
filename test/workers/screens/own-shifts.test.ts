import { beforeAll, describe, expect, it } from 'vitest';
import { type NightAndDay, nightAndDay, signedIn } from './night-and-day';

// Everything here is what a browser sends without scripts: a GET, or a form of names and values.

let world: NightAndDay['world'];
let admin: NightAndDay['admin'];
let ana: NightAndDay['ana'];
let path: NightAndDay['path'];
let overrides: NightAndDay['overrides'];
beforeAll(async () => {
  ({ world, admin, ana, path, overrides } = await nightAndDay());
}, 60_000);

describe('a shift of one’s own', () => {
  const SPAN = { start: '2027-02-10T08:00:00.000Z', end: '2027-02-10T20:00:00.000Z' };

  it('leads from the agenda and from its bar to asking for cover and to exchanging it', async () => {
    const mine = await ana.look(path('?view=day&date=2027-02-10'));
    expect(mine.text).toMatch(/08:00–20:00.*ana.*you.*Give away/s);
    expect(mine.text).toContain(`${path('/cover')}?${new URLSearchParams(SPAN)}`.replaceAll('&', '&amp;'));
    const others = await admin.look(path('?view=day&date=2027-02-10'));
    expect(others.text).not.toContain('Give away');
    const bar = await ana.look(path(`/overrides/new?${new URLSearchParams(SPAN)}`));
    expect(bar.text).toMatch(/This is your shift\..*\/cover\?.*\/exchange\?/s);
    expect((await admin.look(path(`/overrides/new?${new URLSearchParams(SPAN)}`))).text).not.toContain('your shift');
  });

  it('is exchanged for one of somebody else with one press of theirs', async () => {
    const form = await ana.look(path('/exchange'));
    const theirs = [...form.text.matchAll(/<option value="(usr_[^"|]*\|[^"]*)"/g)].map(([, value]) => value ?? '');
    expect(theirs.length).toBeGreaterThan(10);
    const chosen = theirs[5] ?? '';
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form.text)?.[1] ?? '';
    const given = { start: field('start'), end: field('end') };
    const refused = await ana.submit(path('/exchange'), { ...given, inReturn: '' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Choose the shift that you take for yours.');

    const asked = await ana.submit(path('/exchange'), { ...given, inReturn: chosen });
    expect(asked.text).toMatch(/Exchange with ana.*Proposed\./s);
    const to = asked.path.split('?')[0] ?? '';
    const bo = await signedIn('bo');
    expect((await bo.look('/oncall')).text).toMatch(/ana asks to exchange shifts on Night and day.*Accept.*Decline/s);
    const done = await bo.submit(to, { verb: 'take' });
    expect(done.text).toContain('Accepted: both shifts have changed hands');
    const [userId = '', start = '', end = ''] = chosen.split('|');
    expect(await overrides()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ userId: world.people.ana, replacesUserId: userId, start, end }),
        expect.objectContaining({ userId, replacesUserId: world.people.ana }),
      ]),
    );
  });

  it('asks for nothing where there is none', async () => {
    expect((await admin.look(path('/exchange'))).text).toContain('You have no shift on this schedule');
    expect((await admin.look(path('/cover'))).text).toContain('You have no shift on this schedule');
  });
});

describe('a calendar file', () => {
  const event = (uid: string, start: string, summary: string) =>
    `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:${summary}\nDTSTART:${start}\nDURATION:PT2H\nEND:VEVENT\n`;
  const text = `BEGIN:VCALENDAR\n${event('1', '20270310T100000Z', 'bo covers')}${event('2', '20270311T100000Z', 'Lunch')}END:VCALENDAR\n`;
  const carried = (page: string) => /name="text" value="([^"]*)"/.exec(page)?.[1] ?? '';

  it('says which overrides it would make and what it leaves out, and makes them with the next press', async () => {
    const before = (await overrides()).length;
    const preview = await admin.submit(path('/import'), { verb: 'preview', text });
    expect(preview.text).toMatch(/1 override would be made.*bo.*Left out.*Lunch.*names nobody/s);
    expect(preview.text).toContain('Import 1 override');
    expect((await overrides()).length).toBe(before);
    const done = await admin.submit(path('/import'), { text: carried(preview.text) });
    expect(done.text).toContain('1 override made.');
    expect((await overrides()).length).toBe(before + 1);
    const again = await admin.submit(path('/import'), { verb: 'preview', text });
    expect(again.text).toMatch(/0 overrides would be made.*imported before/s);
    expect(again.text).not.toContain('Import 0');
    expect((await admin.submit(path('/import'), { verb: 'preview' })).text).toContain('Choose a calendar file.');
  });

  it('does the same for one’s time off', async () => {
    const off = '/profile/time-off';
    const preview = await ana.submit(off, { verb: 'preview', text });
    expect(preview.text).toMatch(/2 times off would be made.*Nothing is noted/s);
    expect((await ana.submit(off, { verb: 'import', text: carried(preview.text) })).text).toContain(
      '2 times off made.',
    );
    expect((await ana.submit(off, { verb: 'preview', text: 'nonsense' })).status).toBe(400);
  });
});

describe('one’s own shifts', () => {
  it('have a calendar link that is made, shown once and ended', async () => {
    const made = await ana.submit('/profile/shifts', { verb: 'calendar', op: 'create' });
    const address = /\/calendars\/[0-9a-z]{32}\.ics/.exec(made.text)?.[0] ?? '';
    expect((await ana.look(address)).text).toMatch(/BEGIN:VEVENT.*Night and day/s);
    expect((await ana.look('/profile/shifts')).text).not.toContain(address);
    const rotated = await ana.submit('/profile/shifts', { verb: 'calendar', op: 'rotate' });
    expect(rotated.text).toMatch(/\/calendars\/[0-9a-z]{32}\.ics/);
    expect((await ana.look(address)).status).toBe(404);
    const ended = await ana.submit('/profile/shifts', { verb: 'calendar', op: 'revoke' });
    expect(ended.text).toContain('The link has ended.');
  });
});

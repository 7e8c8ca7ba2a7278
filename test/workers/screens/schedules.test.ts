import { beforeAll, describe, expect, it } from 'vitest';
import { type NightAndDay, nightAndDay } from './night-and-day';

// Everything here is what a browser sends without scripts: a GET, or a form of names and values.

let world: NightAndDay['world'];
let admin: NightAndDay['admin'];
let ana: NightAndDay['ana'];
let scheduleId: NightAndDay['scheduleId'];
let path: NightAndDay['path'];
let overrides: NightAndDay['overrides'];
beforeAll(async () => {
  ({ world, admin, ana, scheduleId, path, overrides } = await nightAndDay());
}, 60_000);

describe('a schedule', () => {
  it('stands in the list with who is on call and its first gap', async () => {
    const { text } = await admin.look('/schedules');
    const [, row = ''] = /Night and day(.*?)>Edit</s.exec(text) ?? [];
    // From 20:00 to 22:00: within it, the list tells what is left of it.
    expect(row).toMatch(/\b2 hr|\b1 hr|\d+ min/);
    expect((await admin.look('/schedules?q=nothing-like-it')).text).toContain('No schedule matches');
  });

  it('shows final schedule, overrides and layers, and each gap in words above them', async () => {
    const { status, text } = await admin.look(path('?date=2027-01-06'));
    expect(status).toBe(200);
    expect(text).toMatch(/Gaps.*20:00–22:00.*2 hr.*Final schedule.*Overrides.*Day.*Night.*Coverage this week/s);
    expect(text).toContain('ana 08:00–20:00, Wed Jan 6, ');
    expect(text).toContain('No service pages this schedule yet.');
  });

  it.each(['day', 'week', '2weeks', 'month'])('has a view of a %s in its address', async (view) => {
    expect((await admin.look(path(`?view=${view}&date=2027-01-06`))).status).toBe(200);
  });

  it('marks the days on which clocks change', async () => {
    expect((await admin.look(path('?date=2027-03-28'))).text).toContain('23 h: clocks go forward 1 hour at 01:00');
    expect((await admin.look(path('?date=2027-10-31'))).text).toContain('25 h: clocks go back 1 hour at 02:00');
  });

  it('says what is wrong with it', async () => {
    const { text } = await admin.look(path());
    expect(text).toMatch(/“Day” has only ana: nobody takes turns/);
    expect(text).toContain('more gaps in the next 30 days');
  });
});

describe('an override', () => {
  const gap = { start: '2027-01-06T20:00', end: '2027-01-06T22:00' };

  it('fills a gap: press it, choose somebody, confirm', async () => {
    const page = await admin.look(path('?date=2027-01-06'));
    const link = /href="(\/schedules\/[^"]*overrides\/new\?start=2027-01-06T20[^"]*)"/.exec(page.text)?.[1] ?? '';
    const form = await admin.look(link.replaceAll('&amp;', '&'));
    expect(form.text).toContain(`value="${gap.start}"`);
    expect(form.text).toMatch(/Planned for this time.*Nobody/s);
    const done = await admin.submit(path('/overrides/new'), { userId: world.people.bo ?? '', ...gap });
    expect(done.text).toContain('The override is made.');
    expect(done.path).toContain('date=2027-01-06');
    expect(await overrides()).toMatchObject([{ userId: world.people.bo }]);
  });

  it('is changed, taken back, and had again by one press', async () => {
    const [{ id } = { id: '' }] = await overrides();
    const changed = await admin.submit(path(`/overrides/${id}`), {
      userId: world.people.ana ?? '',
      ...gap,
      end: '2027-01-06T21:00',
    });
    expect(changed.text).toContain('The override is changed.');
    const removed = await admin.submit(path(`/overrides/${id}`), { op: 'remove' });
    expect(removed.text).toMatch(/taken back.*Undo/s);
    expect(await overrides()).toEqual([]);
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(removed.text)?.[1] ?? '';
    const names = ['userId', 'replacesUserId', 'start', 'end'];
    await admin.submit(path('/overrides/new'), Object.fromEntries(names.map((name) => [name, hidden(name)])));
    expect(await overrides()).toMatchObject([{ userId: world.people.ana, end: '2027-01-06T21:00:00.000Z' }]);
  });

  it('gives a refused form back with what was typed', async () => {
    const refused = await admin.submit(path('/overrides/new'), { ...gap, end: '2027-01-06T19:00' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Choose who is on call.');
    expect(refused.text).toContain('value="2027-01-06T19:00"');
  });

  it('of one’s own shift is a responder’s own affair; that of others is refused in the form', async () => {
    const { ana: self = '', bo = '' } = world.people;
    const own = { userId: bo, replacesUserId: self, start: '2027-02-03T08:00', end: '2027-02-03T20:00' };
    expect((await ana.submit(path('/overrides/new'), own)).text).toContain('The override is made.');
    const others = {
      ...own,
      userId: world.people.admin ?? '',
      replacesUserId: bo,
      start: '2027-02-04T22:00',
      end: '2027-02-05T04:00',
    };
    const refused = await ana.submit(path('/overrides/new'), others);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('this concerns other people');
    expect(refused.text).toContain('value="2027-02-04T22:00"');
    expect((await ana.look(path('/edit'))).status).toBe(403);
  });
});

describe('the layer editor', () => {
  it('fills in a template and stores nothing before it is saved', async () => {
    const form = { name: 'Round the world', timezone: 'Europe/London', op: 'template:follow-the-sun' };
    const filled = await admin.submit('/schedules/new', form);
    expect(filled.text).toMatch(/Asia and Pacific.*Europe and Africa.*Americas/s);
    expect(filled.text).toContain('value="Round the world"');
    expect((await admin.look('/schedules')).text).not.toContain('Round the world');
  });

  it('creates one, previews a change with who gains and loses, and keeps who is on call', async () => {
    const { ana: one = '', bo: other = '' } = world.people;
    const fields = {
      name: 'Weekly',
      timezone: 'Europe/London',
      'layer-0-name': 'Primary',
      'layer-0-priority': '1',
      'layer-0-unit': 'week',
      'layer-0-length': '1',
      'layer-0-date': '2026-01-05',
      'layer-0-handoff': '09:00',
      'layer-0-turn-0-0': one,
      'layer-0-turn-1-0': other,
    };
    const created = await admin.submit('/schedules/new', fields);
    expect(created.text).toContain('The schedule is created.');
    const to = created.path.split('?')[0] ?? '';
    const daily = { ...fields, 'layer-0-unit': 'day', keepCurrent: 'on' };
    const preview = await admin.submit(`${to}/edit`, { ...daily, op: 'preview' });
    expect(preview.text).toMatch(/(ana|bo) loses .*, (ana|bo) gains it/);
    const onCall = async () =>
      JSON.stringify(
        ((await world.call('GET', `/oncall?schedule=${to.split('/')[2]}`)).body as { users: unknown }).users,
      );
    const before = await onCall();
    expect((await admin.submit(`${to}/edit`, daily)).text).toContain('Saved. Changed: layers.');
    expect(await onCall()).toBe(before);
    const copy = await admin.look(`/schedules/new?from=${to.split('/')[2]}`);
    expect(copy.text).toContain('value="Copy of Weekly"');
    expect((await admin.submit(`${to}/delete`, {})).text).toContain('The schedule is deleted.');
  });

  it('gives a refused form back, each error at its field', async () => {
    const refused = await admin.submit('/schedules/new', {
      name: '',
      timezone: 'Europe/London',
      'layer-0-name': 'Primary',
      'layer-0-length': 'two',
      'layer-0-date': '2026-01-05',
      'layer-0-handoff': '09:00',
    });
    expect(refused.status).toBe(400);
    for (const name of ['name', 'layer-0-length']) expect(refused.text).toContain(`href="#field-${name}"`);
    expect(refused.text).toContain('value="two"');
  });

  it('does not delete what is in use, and names who uses it', async () => {
    await world.create('/escalation-policies', {
      name: 'Night watch',
      steps: [{ targets: [{ kind: 'SCHEDULE', id: scheduleId }] }],
    });
    expect((await admin.look(path('/delete'))).text).toMatch(/cannot be deleted.*Escalation policy.*Night watch/s);
    expect((await admin.submit(path('/delete'), {})).status).toBe(409);
  });
});

describe('beside the timeline', () => {
  it('a calendar link is made, shown once and ended', async () => {
    const made = await ana.submit(path('/calendar'), { op: 'create' });
    const address = /\/calendars\/[0-9a-z]{32}\.ics/.exec(made.text)?.[0] ?? '';
    expect((await ana.look(address)).text).toContain('BEGIN:VCALENDAR');
    expect((await ana.look(path('/calendar'))).text).not.toContain(address);
    expect((await ana.submit(path('/calendar'), { op: 'revoke' })).text).toContain('The link has ended.');
    expect((await ana.look(address)).status).toBe(404);
  });

  it('who was on call at any moment has an address to share', async () => {
    const { ana: one = '' } = world.people;
    const { text } = await admin.look('/oncall?at=2027-01-07T12:00:00Z');
    expect(text).toMatch(/On call then.*Night and day.*ana/s);
    const api = (await world.call('GET', `/oncall?schedule=${scheduleId}&at=2027-01-07T12:00:00Z`)).body;
    expect(api).toMatchObject({ users: [{ id: one }] });
    expect((await admin.look('/oncall?when=2027-01-07T12:00')).path).toMatch(/^\/oncall\?at=2027-01-07T/);
    expect((await admin.look('/oncall?at=soon')).text).toContain('Give a day and a time.');
  });
});

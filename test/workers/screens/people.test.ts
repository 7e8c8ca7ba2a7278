import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newWorld, outboxMessages, PASSWORD, type World } from '../../flows/support/world';
import { type NoScriptBrowser, noScriptBrowser } from './no-script-browser';

let world: World;
let admin: NoScriptBrowser;
let responder: NoScriptBrowser;

async function signedIn(email: string, password = PASSWORD): Promise<NoScriptBrowser> {
  const browser = noScriptBrowser();
  await browser.submit('/login', { email, password, next: '/more' });
  return browser;
}

/** The newest message to an address that says something like `pattern`, once it has been sent. */
const found = (to: string, pattern: RegExp): Promise<RegExpExecArray> =>
  vi.waitFor(
    async () => {
      const messages = (await outboxMessages()).filter((message) => message.to === to).toReversed();
      const match = messages.map(({ text }) => pattern.exec(text)).find((one) => one !== null);
      if (!match) throw new Error(`no ${pattern} among ${messages.length} messages to ${to}`);
      return match;
    },
    { timeout: 10_000, interval: 50 },
  );

beforeAll(async () => {
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
  ]);
  admin = await signedIn('admin@example.test');
  responder = await signedIn('ana@example.test');
  // The first page loads the whole app.
}, 60_000);

const person = (name: string): string => world.people[name] ?? '';

describe('teams', () => {
  const draft = () => ({ name: ' Payments ', member: person('ana'), [`role:${person('ana')}`]: 'OWNER' });

  it('changes the list of the form without storing anything, then stores all of it', async () => {
    const added = await admin.submit('/teams/new', {
      ...draft(),
      step: 'add',
      addUserId: person('bo'),
      addRole: 'ADMIN',
    });
    expect(added).toMatchObject({ status: 200, path: '/teams/new' });
    expect(added.text).toContain('value="Payments"');
    expect(added.text).toContain('Remove bo');
    expect((await admin.look('/teams')).text).toContain('There is no team yet');

    const refused = await admin.submit('/teams/new', { ...draft(), name: ' ', step: 'save' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-name"');
    expect(refused.text).toContain('Give the team a name');
    expect(refused.text).toContain('Remove ana');

    const saved = await admin.submit('/teams/new', {
      ...draft(),
      leadId: person('bo'),
      member: [person('ana'), person('bo')],
      [`pages:${person('bo')}`]: 'on',
      step: 'save',
    });
    expect(saved.text).toContain('Created.');
    expect(saved.text).toMatch(/ana.*Owner.*No pages.*bo.*lead.*Member.*Gets pages/s);
  });

  it('says what a change changed, and refuses to delete what is in use', async () => {
    const [team] = ((await world.call('GET', '/teams')).body as { data: { id: string }[] }).data;
    const path = `/teams/${team?.id}`;
    const changed = await admin.submit(`${path}/edit`, { ...draft(), leadId: '', step: 'save' });
    expect(changed.text).toContain('Changed: lead and members.');

    await world.call('PATCH', `/services/${world.service.id}`, { teamId: team?.id });
    expect((await admin.look(path)).text).toMatch(/Services it owns.*checkout/s);
    expect((await admin.look(`${path}/delete`)).text).toMatch(/cannot be deleted.*checkout/s);
    const refused = await admin.submit(`${path}/delete`, {});
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.text).toContain('is used by service “checkout”');

    await world.call('PATCH', `/services/${world.service.id}`, { teamId: null });
    expect((await admin.submit(`${path}/delete`, {})).text).toContain('The team is deleted.');
  });

  it('are for administrators to change', async () => {
    expect((await responder.look('/teams')).text).not.toContain('/teams/new');
    for (const path of ['/teams/new', '/users/new', `/users/${person('bo')}/edit`]) {
      expect((await responder.look(path)).status, path).toBe(403);
      expect((await responder.submit(path, { name: 'x', verb: 'disable' })).status, path).toBe(403);
    }
    expect((await world.call('GET', `/users/${person('bo')}`)).body).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('people', () => {
  const cy = { name: 'Cy Okafor', email: 'cy@example.test', role: 'RESPONDER', timezone: 'Europe/Lisbon' };

  it('come in by a link that is shown once, and works once', async () => {
    const refused = await admin.submit('/users/new', { ...cy, email: 'ana@example.test' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('value="Cy Okafor"');
    const invited = await admin.submit('/users/new', cy);
    const link = /\/accept\/[\w-]+/.exec(invited.text)?.[0] ?? 'none';
    expect(invited.text).toContain('on its way to');
    expect((await found(cy.email, /http\S+(\/accept\/\S+)/))[1]).toBe(link);
    expect((await admin.look('/users?q=okafor&status=INVITED')).text).toContain('Cy Okafor');

    const browser = noScriptBrowser();
    expect((await browser.look(link)).text).not.toContain('<script');
    const short = await browser.submit(link, { name: 'Cy', timezone: 'Europe/Lisbon', password: 'shortish' });
    expect(short.status).toBe(400);
    expect(short.text).toContain('at least 12 characters');
    expect(short.text).toContain('value="Cy"');
    expect(short.text).not.toContain('shortish');

    const joined = await browser.submit(link, { name: 'Cy', timezone: 'Asia/Tokyo', password: 'cy has a long one' });
    expect(joined).toMatchObject({ status: 200, path: '/profile/paging?done=welcome' });
    expect(joined.text).toContain('Welcome.');
    expect((await noScriptBrowser().look(link)).status).toBe(404);
    expect((await (await signedIn(cy.email, 'cy has a long one')).look('/profile')).text).toContain('value="Cy"');
  });

  it('are invited again, which ends the link before', async () => {
    const first = await admin.submit('/users/new', { ...cy, name: 'Di', email: 'di@example.test' });
    const [link = '', id = ''] = [/\/accept\/[\w-]+/, /\/users\/(?!new)[\w-]+/].map((one) => one.exec(first.text)?.[0]);
    const again = await admin.submit(id, { verb: 'invite' });
    const next = /\/accept\/[\w-]+/.exec(again.text)?.[0] ?? '';
    expect(next).not.toBe(link);
    expect((await noScriptBrowser().look(link)).status).toBe(404);
    expect((await noScriptBrowser().look(next)).status).toBe(200);
    expect((await admin.submit(id, { verb: 'revoke' })).text).toContain('taken back');
    expect((await noScriptBrowser().look(next)).status).toBe(404);
  });

  it('are changed and disabled, but never the last administrator', async () => {
    const path = `/users/${person('bo')}/edit`;
    const bo = { verb: 'save', name: 'Bo', email: 'bo@example.test', role: 'USER', timezone: 'Asia/Tokyo' };
    expect((await admin.submit(path, bo)).text).toContain('Changed: name, role, and time zone.');
    const browser = await signedIn('bo@example.test');
    expect((await admin.submit(path, { verb: 'disable' })).text).toContain('disabled and signed out everywhere');
    expect((await browser.look('/profile')).path).toMatch(/^\/login/);
    expect((await admin.submit(path, { verb: 'enable' })).text).toContain('is enabled');

    const last = await admin.submit(`/users/${person('admin')}/edit`, { verb: 'disable' });
    expect(last.status).toBe(409);
    expect(last.text).toContain('last active administrator');
  });

  it('who forgot their password choose a new one', async () => {
    const browser = noScriptBrowser();
    expect((await browser.submit('/forgot', { email: 'nobody@example.test' })).text).toContain('Look into your mail');
    expect((await browser.submit('/forgot', { email: 'bo@example.test' })).text).toContain('Look into your mail');
    const link = (await found('bo@example.test', /http\S+?(\/reset\/\S+)/))[1] ?? '';
    expect((await browser.submit(link, { password: 'too short' })).status).toBe(400);
    const changed = await browser.submit(link, { password: 'bo has a new one' });
    expect(changed).toMatchObject({ status: 200 });
    expect(changed.text).toContain('Your password is changed');
    expect((await browser.look(link)).status).toBe(404);
    expect((await (await signedIn('bo@example.test', 'bo has a new one')).look('/profile')).path).toBe('/profile');
  });
});

describe('one’s own profile', () => {
  it('keeps what was typed when refused, and says what changed', async () => {
    const refused = await responder.submit('/profile', { name: 'x'.repeat(201), timezone: 'Asia/Tokyo', locale: 'de' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('x'.repeat(201));
    const saved = await responder.submit('/profile', {
      name: 'Ana',
      timezone: 'Asia/Tokyo',
      locale: 'en',
      role: 'ADMIN',
    });
    expect(saved.text).toContain('Changed: name and time zone.');
    expect((await world.call('GET', `/users/${person('ana')}`)).body).toMatchObject({ name: 'Ana', role: 'RESPONDER' });
  });

  it('changes the password, which signs other devices out', async () => {
    const [here, there] = [await signedIn('ana@example.test'), await signedIn('ana@example.test')];
    const form = { verb: 'password', current: 'not the password', next: 'ana has a new one' };
    const wrong = await here.submit('/profile/security', form);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('not your current password');
    expect(wrong.text).not.toContain('ana has a new one');
    expect((await here.submit('/profile/security', { ...form, current: PASSWORD })).text).toContain(
      'Your password is changed',
    );
    expect((await there.look('/profile')).path).toMatch(/^\/login/);

    const other = await signedIn('ana@example.test', form.next);
    const id = /name="id" value="([^"]+)"/.exec((await here.look('/profile/security')).text)?.[1] ?? '';
    expect((await here.submit('/profile/security', { verb: 'revoke', id })).text).toContain('signed out');
    expect((await other.look('/profile')).path).toMatch(/^\/login/);
    responder = here;
  });

  it('adds a number, verifies it by the code, tests it, and removes it', async () => {
    const page = '/profile/paging';
    const refused = await responder.submit(page, { verb: 'add-method', kind: 'sms', value: '0770 0900' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('value="0770 0900"');
    const added = await responder.submit(page, { verb: 'add-method', kind: 'sms', value: '+44 7700 900123' });
    expect(added.text).toContain('Added SMS +447700900123. Type the code we sent to it.');
    const id = new URLSearchParams(added.path.split('?')[1]).get('id') ?? '';

    const [code = ''] = await found('+447700900123', /\d{6}/);
    const wrong = await responder.submit(page, { verb: 'verify', id, code: code === '123456' ? '654321' : '123456' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/This code is wrong.*aria-invalid="true"/s);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await responder.submit(page, { verb: 'verify', id, code: spaced })).text).toContain(
      'is verified: pages can use it',
    );
    expect((await responder.submit(page, { verb: 'test', id })).text).toMatch(/test (is on its way )?to SMS/);
    expect((await responder.submit(page, { verb: 'turn-off', id })).text).toContain('no page uses it');
    expect((await responder.submit(page, { verb: 'turn-on', id })).text).toContain('is turned on');

    const adopted = await responder.submit(page, { verb: 'adopt', urgency: 'HIGH' });
    expect(adopted.text).toContain('These are your own rules now.');
    const late = { verb: 'add-rule', urgency: 'HIGH', contactMethodId: id };
    expect((await responder.submit(page, { ...late, delayMinutes: '1.5' })).text).toContain('Give whole minutes');
    expect((await responder.submit(page, { ...late, delayMinutes: '3' })).text).toContain('+3 min');
    const { data } = (await world.call('GET', `/notification-rules?userId=${person('ana')}`)).body as {
      data: { id: string; delayMinutes: number }[];
    };
    expect(data.map(({ delayMinutes }) => delayMinutes).toSorted()).toEqual([0, 0, 3]);
    const rule = data.find(({ delayMinutes }) => delayMinutes === 3)?.id ?? '';
    expect((await responder.submit(page, { verb: 'remove-rule', id: rule })).text).not.toContain('+3 min');

    expect((await responder.look(`${page}/${id}/remove`)).text).toContain('rule that names it');
    expect((await responder.submit(`${page}/${id}/remove`, {})).text).not.toContain('+447700900123');
  });

  it('does not reach into that of others', async () => {
    const { data } = (await world.call('GET', `/contact-methods?userId=${person('bo')}`)).body as {
      data: { id: string }[];
    };
    const id = data[0]?.id ?? '';
    for (const verb of ['turn-off', 'test', 'send-code']) {
      expect((await responder.submit('/profile/paging', { verb, id })).status, verb).toBe(403);
    }
    expect((await responder.look(`/profile/paging/${id}/remove`)).status).toBe(404);
    expect((await responder.submit(`/profile/paging/${id}/remove`, {})).status).toBe(403);
  });
});

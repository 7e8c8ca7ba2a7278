import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import worker from '../../workers/index';
import { idle, startClock, stopClock } from './support/clock';
import { newWorld, type World } from './support/world';

let world: World;
let key: string;
let id: string;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const made = await world.create('/integrations', { name: 'Mail', type: 'email', serviceId: world.service.id });
  key = String(made.key);
  id = made.id;
});
afterAll(stopClock);

/** Hands a raw mail to the Worker as Cloudflare does; answers why it was refused. */
async function mail(to: string, raw: string | Uint8Array): Promise<string | null> {
  let refused: string | null = null;
  const bytes = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw;
  const message = {
    ...{ from: 'nagios@example.com', to, headers: new Headers(), rawSize: bytes.byteLength },
    raw: new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
    setReject: (reason: string) => {
      refused = reason;
    },
  };
  await worker.email(message as unknown as ForwardableEmailMessage, env);
  await idle();
  return refused;
}

const raw = (subject: string, more = '', text = 'The disk of db1 is full.') =>
  `From: Nagios <nagios@example.com>\r\nTo: ${key}@in.example.com\r\nSubject: ${subject}\r\nMessage-ID: <1@example.com>\r\n${more}\r\n${text}\r\n`;

type Received = { status: number; alerts: { action: string; dedupKey: string; incident: { id: string } | null }[] };

const received = async () =>
  (await world.call('GET', `/integrations/${id}/events`)).body.data as (Received & { body: string; headers: object })[];

const incidentOf = async (event: Received | undefined) => world.incident(event?.alerts[0]?.incident?.id ?? '');

describe('an alert by mail', () => {
  it('opens an incident and pages; its answer with another first word resolves it', async () => {
    expect(await mail(`${key}@in.example.com`, raw('PROBLEM: Disk of db1'))).toBeNull();
    const [first] = await received();
    expect(await incidentOf(first)).toMatchObject({
      ...{ status: 'OPEN', title: 'Disk of db1', description: 'The disk of db1 is full.' },
    });
    expect((await world.outbox()).length).toBeGreaterThan(0);
    await mail(`${key}@in.example.com`, raw('Re: OK: Disk of db1'));
    expect(await incidentOf(first)).toMatchObject({ status: 'RESOLVED' });
  });

  it('never shows the key that its address holds', async () => {
    await mail(`${key}+db7@in.example.com`, raw('Anything'));
    const [newest] = await received();
    expect(newest?.alerts[0]?.dedupKey).toBe('tag:db7');
    expect(JSON.stringify(await received())).not.toContain(key.slice(10));
    expect(JSON.stringify(await incidentOf(newest))).not.toContain(key.slice(10));
  });

  it('is read in its own encodings: words in the subject, parts, old character sets', async () => {
    const multipart = [
      'From: =?UTF-8?B?w4lsb8Ovc2U=?= <e@example.com>',
      'Subject: =?UTF-8?Q?Speicher_voll_=E2=9A=A0?= =?ISO-8859-1?Q?_M=FCnchen?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="a"',
      '',
      '--a',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      'WsO8cmljaCDinIU=',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>HTML</p>',
      '--b--',
      '--a',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="x.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--a--',
    ].join('\r\n');
    await mail(`${key}@in.example.com`, multipart);
    expect(await incidentOf((await received())[0])).toMatchObject({
      ...{ title: 'Speicher voll ⚠ München', description: 'Zürich ✅' },
    });
    const latin1 = raw('Latin', 'Content-Type: text/plain; charset=iso-8859-1\r\n', 'Gr\u00fc\u00dfe');
    await mail(
      `${key}@in.example.com`,
      Uint8Array.from(latin1, (character) => character.charCodeAt(0)),
    );
    expect(await incidentOf((await received())[0])).toMatchObject({ description: 'Grüße' });
  });

  it('of many megabytes is read by its beginning', async () => {
    const huge = `${raw('PROBLEM: Huge', 'Content-Type: multipart/mixed; boundary="a"\r\n', '--a\r\nContent-Type: text/plain\r\n\r\nStart')}--a\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUFB\r\n'.repeat(1_000_000)}`;
    expect(await mail(`${key}@in.example.com`, huge)).toBeNull();
    expect(await incidentOf((await received())[0])).toMatchObject({ title: 'Huge', description: 'Start' });
  });

  it('of an automatic reply is kept, and pages nobody', async () => {
    await mail(`${key}@in.example.com`, raw('Out of office', 'Auto-Submitted: auto-replied\r\n'));
    const [newest] = await received();
    expect(newest).toMatchObject({ status: 202, alerts: [{ action: 'ignored', incident: null }] });
  });

  it.each([
    ['nothing at all', ''],
    ['no headers', 'hello'],
    ['a boundary that never comes', raw('Broken', 'Content-Type: multipart/mixed; boundary="zz"\r\n', 'x')],
    [
      'parts in parts without end',
      raw(
        'Deep',
        'Content-Type: multipart/mixed; boundary="a"\r\n',
        '--a\r\nContent-Type: multipart/mixed; boundary="a"\r\n\r\n'.repeat(500),
      ),
    ],
    ['bytes that are no text', Uint8Array.from({ length: 5000 }, (_one, i) => (i * 37) % 256)],
    ['a header of a megabyte', raw(`Long ${'x'.repeat(1_000_000)}`)],
  ])('with %s is taken or refused, and breaks nothing', async (_what, bytes) => {
    const refused = await mail(`${key}@in.example.com`, bytes);
    expect(refused === null || refused.length > 0).toBe(true);
    expect(await mail(`${key}@in.example.com`, raw('PROBLEM: After'))).toBeNull();
  });

  it.each([
    ['without a key', 'info@in.example.com'],
    ['with the key of nobody', `${'z'.repeat(32)}@in.example.com`],
  ])('to an address %s is refused for good', async (_what, to) => {
    expect(await mail(to, raw('PROBLEM: Lost'))).not.toBeNull();
  });

  it('to an integration of another type is refused', async () => {
    expect(await mail(`${world.events.key}@in.example.com`, raw('PROBLEM: Other'))).toContain('type');
  });
});

import { beforeAll, expect, it } from 'vitest';
import { newWorld, PASSWORD, request, type World } from '../../flows/support/world';

// The list of incidents as a browser posts it without scripts: ticks by name, one button.

let world: World;
let responder = '';
const ids: string[] = [];

const ORIGIN = 'http://127.0.0.1:8787';
const send = (path: string, fields?: [string, string][], cookie = responder) =>
  request(path, {
    headers: { origin: ORIGIN, host: '127.0.0.1:8787', cookie },
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  });
const textOf = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '');
const tick = (...ticked: string[]): [string, string][] => ticked.map((id) => ['ids', id]);
const statusOf = async (id: string) => (await world.call('GET', `/incidents/${id}`)).body.status;

async function signIn(name: string): Promise<string> {
  const fields: [string, string][] = [
    ['email', `${name}@example.test`],
    ['password', PASSWORD],
    ['next', '/'],
  ];
  return (await send('/login', fields, '')).headers.get('set-cookie')?.split(';')[0] ?? '';
}

beforeAll(async () => {
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  responder = await signIn('ana');
  for (const title of ['Disk full on db-1', 'Disk full on db-2', 'Disk full on db-3']) {
    ids.push(String((await world.create('/incidents', { title, serviceId: world.service.id })).id));
  }
}, 60_000);

it('acknowledges what is ticked and nothing else', async () => {
  const [first = '', second = '', third = ''] = ids;
  const answer = await send('/incidents', [...tick(first, second), ['verb', 'acknowledge']]);
  expect(await textOf(answer)).toContain('2 incidents acknowledged.');
  expect(await Promise.all([first, second, third].map(statusOf))).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED', 'OPEN']);
});

it('says of each that refuses why it does, and does the others', async () => {
  const [first = '', second = ''] = ids;
  await world.call('POST', `/incidents/${first}/resolve`);
  const text = await textOf(await send('/incidents', [...tick(first, second), ['verb', 'snooze'], ['minutes', '60']]));
  expect(text).toContain('1 incident snoozed. 1 could not be:');
  expect(text).toMatch(/Disk full on db-1<\/a>: \S/);
  expect(await statusOf(second)).toBe('SNOOZED');
});

it('keeps the ticks when it does not know whom to reassign to, and asks for a tick', async () => {
  const [, , third = ''] = ids;
  const refused = await send('/incidents', [...tick(third), ['verb', 'reassign'], ['assignee', '']]);
  expect(refused.status).toBe(400);
  const text = await textOf(refused);
  expect(text).toContain('Choose whom to reassign to.');
  const box = text.match(/<input[^>]*>/g)?.find((input) => input.includes(`value="${third}"`));
  expect(box).toContain('checked');
  expect(await textOf(await send('/incidents', [['verb', 'resolve']]))).toContain('Tick at least one incident.');
});

it('tells whoever was paged on every page, until somebody acknowledges', async () => {
  const [, , third = ''] = ids;
  const waits = 'You were paged, and nobody has acknowledged';
  expect(await textOf(await send('/services'))).toContain(waits);
  await send('/incidents', [...tick(third), ['verb', 'resolve']]);
  expect(await textOf(await send('/services'))).not.toContain(waits);
});

import { beforeAll, expect, it } from 'vitest';
import { newWorld, type World } from '../../flows/support/world';
import { signedIn } from './night-and-day';
import type { NoScriptBrowser } from './no-script-browser';

let world: World;
let id = '';
let ana: NoScriptBrowser;

beforeAll(async () => {
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  id = (await world.send('trigger', 'disk')).incident?.id ?? '';
  ana = await signedIn('ana');
  await ana.submit(`/incidents/${id}`, { verb: 'acknowledge' });
  for (let i = 1; i <= 10; i += 1) await ana.submit(`/incidents/${id}`, { verb: 'note', body: `Look ${i}` });
});

/** The lines of the timeline as they are shown. */
async function lines(show: string): Promise<string> {
  const { text } = await ana.look(`/incidents/${id}${show}`);
  return text.slice(text.indexOf('>Timeline<'));
}

it.each([
  ['', { paged: true, acknowledged: true, opened: true }],
  ['?show=events', { paged: false, acknowledged: true, opened: true }],
  ['?show=people', { paged: false, acknowledged: true, opened: false }],
  ['?show=pages', { paged: true, acknowledged: false, opened: false }],
])('a timeline %s shows %j', async (show, { paged, acknowledged, opened }) => {
  const shown = await lines(show);
  expect(/was paged/.test(shown)).toBe(paged);
  expect(/acknowledged<|<\/b> acknowledged/.test(shown)).toBe(acknowledged);
  expect(/opened the incident/.test(shown)).toBe(opened);
});

it('a long one says how else it can be looked at, and which way it is', async () => {
  const shown = await lines('?show=people');
  expect(shown).toContain(`href="/incidents/1001?show=pages"`);
  expect(shown).toMatch(/aria-current="page"[^>]*>People</);
});

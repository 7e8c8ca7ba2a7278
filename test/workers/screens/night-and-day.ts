import { newWorld, PASSWORD } from '../../flows/support/world';
import { type NoScriptBrowser, noScriptBrowser } from './no-script-browser';

/** A browser of that person. */
export async function signedIn(name: string): Promise<NoScriptBrowser> {
  const browser = noScriptBrowser();
  await browser.submit('/login', { email: `${name}@example.test`, password: PASSWORD, next: '/more' });
  return browser;
}

const layer = (name: string, users: string[], from: string, to: string) => ({
  name,
  priority: 1,
  start: '2026-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: `2026-01-05T${from}`, handoff: from },
  users,
  restrictions: [{ kind: 'daily', startTime: from, endTime: to }],
});

export type NightAndDay = Awaited<ReturnType<typeof nightAndDay>>;

/**
 * A schedule on London's clock, Ana from 08:00 to 20:00 and Bo from 22:00 to 08:00, with a gap of two hours between, and
 * what a browser without scripts shows of it to an administrator and to Ana.
 */
export async function nightAndDay() {
  const world = await newWorld([{ delaySeconds: 0, users: ['ana', 'bo'] }]);
  const { ana: one = '', bo: other = '' } = world.people;
  const { id: scheduleId } = await world.create('/schedules', {
    name: 'Night and day',
    timezone: 'Europe/London',
    layers: [layer('Day', [one], '08:00', '20:00'), layer('Night', [other], '22:00', '08:00')],
  });
  const path = (rest = '') => `/schedules/${scheduleId}${rest}`;
  const overrides = async () =>
    ((await world.call('GET', path('/overrides'))).body as { data: { id: string; userId: string }[] }).data;
  return { world, admin: await signedIn('admin'), ana: await signedIn('ana'), scheduleId, path, overrides };
}

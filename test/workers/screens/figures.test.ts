import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { numberWords, shareWords } from '../../../app/components/analytics/words';
import { makeDb } from '../../../db/client';
import { runBatch } from '../../../db/repositories/batch';
import { countCohort } from '../../../db/repositories/cohorts';
import { demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import { SYSTEM } from '../../../domain/access/actor';
import type { Cohort } from '../../../domain/analytics/cohort';
import { cohortInput } from '../../../domain/analytics/filter';
import { addUpSpans } from '../../../workers/operations/analytics/add-up-spans';
import { analyticsIncidents } from '../../../workers/operations/analytics/cohort';
import { rollUp } from '../../../workers/operations/analytics/roll-up';
import { systemContext } from '../../../workers/system-context';
import { newWorld, type World } from '../../flows/support/world';
import { signedIn } from './night-and-day';
import type { NoScriptBrowser } from './no-script-browser';

const context = { ...systemContext(env, () => undefined), actor: SYSTEM };
const db = makeDb(env.DB);
let admin: NoScriptBrowser;

const ids = { service: '', team: '', person: '', integration: '' };
let world: World;

beforeAll(async () => {
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const past = demoHistory(context.now);
  await runBatch(db, insertHistory(db, past));
  ids.person = world.people.ana ?? '';
  ids.team = (await world.create('/teams', { name: 'Payments', members: [] })).id;
  ids.service = (await world.create('/services', { name: 'Search' })).id;
  const change = (query: string, ...values: string[]) =>
    env.DB.prepare(query)
      .bind(...values)
      .run();
  await change("UPDATE users SET timezone = 'Europe/Berlin' WHERE id = ?", ids.person);
  await change("UPDATE notifications SET user_id = ? WHERE user_id = 'usr_demo_kenji'", ids.person);
  await change("UPDATE incidents SET service_id = ? WHERE service_id = 'svc_demo_search'", ids.service);
  await change("UPDATE incidents SET team_id = ? WHERE team_id = 'team_demo_payments'", ids.team);
  ids.integration = world.events.id;
  await change("UPDATE timeline_events SET actor = json_set(actor, '$.id', ?) WHERE kind = 'opened'", ids.integration);
  // As an incident is that nobody gave a priority, of a service without a team.
  const bare = JSON.stringify(past.filter((_, n) => n % 9 === 0).map(({ id }) => id));
  await change(
    'UPDATE incidents SET priority = NULL, team_id = NULL WHERE id IN (SELECT value FROM json_each(?))',
    bare,
  );
  await rollUp(context, 100);
  await addUpSpans(context, 100);
  admin = await signedIn('admin');
}, 120_000);

/** Every link to incidents behind a number on a page, with the words that it stands under. */
async function linksOf(path: string): Promise<{ href: string; words: string }[]> {
  const { status, text } = await admin.look(path);
  expect(status).toBe(200);
  const found = [...text.matchAll(/<a\b[^>]*href="(\/analytics\/incidents[^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, href = '', words = '']) => ({ href: href.replaceAll('&amp;', '&'), words: words.replaceAll(/<[^>]*>/g, '') }),
  );
  return [...new Map(found.map((one) => [`${one.href} ${one.words}`, one])).values()];
}

/** What the address of the list asks for, as the list itself reads it. */
const askedBy = (href: string) => {
  const { service, team, user, key, ...rest } = Object.fromEntries(new URL(href, 'http://x').searchParams);
  return cohortInput.parse({
    ...rest,
    ...(service ? { serviceId: service } : {}),
    ...(team ? { teamId: team } : {}),
    ...(user ? { userId: user } : {}),
    ...(key === undefined ? {} : { dedupKey: key }),
    limit: 100,
  });
};

const ABOUT_PEOPLE: readonly Cohort[] = ['interrupting', 'business-hours', 'off-hours', 'after-hours', 'sleep-hours'];

/** What each share is a part of. */
const WHOLE: Partial<Record<Cohort, readonly Cohort[]>> = {
  'ack-met': ['ack-met', 'ack-missed'],
  'resolve-met': ['resolve-met', 'resolve-missed'],
  escalated: ['all'],
  reopened: ['resolved'],
  'auto-resolved': ['resolved'],
  'never-acknowledged': ['resolved'],
  'quick-resolved': ['resolved'],
  'after-hours': ['interrupting'],
  'sleep-hours': ['interrupting'],
};

async function countOf(href: string, cohort: Cohort): Promise<number> {
  const found = await analyticsIncidents(context, { ...askedBy(href), cohort, limit: 1 });
  if (!found.ok) throw new Error(found.error.message);
  return ABOUT_PEOPLE.includes(cohort) ? found.value.counts.interruptions : found.value.counts.incidents;
}

/** The words that a link should stand under, made of nothing but the list that it leads to. */
async function expected(href: string, words: string): Promise<string | null> {
  const { cohort } = askedBy(href);
  const part = await countOf(href, cohort);
  if (/^[\d,.]+$/.test(words)) return numberWords(part, 'en');
  if (!/^[\d.,]+\s?%$/.test(words)) return null;
  let n = 0;
  for (const whole of WHOLE[cohort] ?? []) n += await countOf(href, whole);
  return shareWords(n === 0 ? null : part / n, 'en');
}

const DAYS = 'days=90';
describe('every number leads to as many incidents as it says', () => {
  it.each([
    ['the overview', () => `/analytics?${DAYS}`, 40],
    ['the overview of a priority', () => `/analytics?${DAYS}&priority=P2`, 20],
    ['the overview of none', () => `/analytics?${DAYS}&priority=none&team=none`, 8],
    ['a service', () => `/analytics/services/${ids.service}?${DAYS}`, 15],
    ['a team', () => `/analytics/teams/${ids.team}?${DAYS}`, 12],
    ['a person, by the hour', () => `/analytics/people/${ids.person}?${DAYS}`, 20],
    ['the load of everybody, by the hour', () => `/analytics/load?${DAYS}`, 60],
    ['noise', () => `/analytics/noise?${DAYS}`, 20],
    ['compliance', () => '/analytics/sla', 3],
  ])('on %s', async (_name, path, least) => {
    const links = await linksOf(path());
    let compared = 0;
    for (const { href, words } of links) {
      const right = await expected(href, words);
      if (right === null) continue;
      compared += 1;
      expect([href, words.replace(/\s/g, '')]).toEqual([href, right.replace(/\s/g, '')]);
    }
    expect(compared).toBeGreaterThanOrEqual(least);
  });
});

it('the list itself shows the number that its link had', async () => {
  const [first] = (await linksOf(`/analytics/load?${DAYS}`)).filter(({ href }) => href.includes('weekday'));
  const { text } = await admin.look(first?.href ?? '');
  expect(text).toMatch(new RegExp(`with ${first?.words} interruptions?`));
  expect(text).toContain('on the clock of whoever was interrupted');
});

const quietened = (text: string): string[] =>
  [...text.matchAll(/href="(\/integrations\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

it('leads from what came back most to the rule that makes it quieter, whoever may write one', async () => {
  const [first] = quietened((await admin.look(`/analytics/noise?${DAYS}`)).text);
  const { searchParams } = new URL(first ?? '', 'http://x');
  expect(first).toContain(`/integrations/${ids.integration}/rules?`);
  const { text } = await admin.look(first ?? '');
  expect(text).toContain(`value="${searchParams.get('key')}"`);
  expect(text).toContain('value="dedupKey"');
  expect(text).toMatch(/<option value="LOW" selected="">/);
  const ana = await signedIn('ana');
  expect(quietened((await ana.look(`/analytics/noise?${DAYS}`)).text)).toEqual([]);
});

it('measures a service against the availability that is wanted of it', async () => {
  const path = `/analytics/services/${ids.service}/error-budget?${DAYS}`;
  const { body: before } = await world.call('GET', path);
  await world.call('PATCH', `/services/${ids.service}`, { settings: { availabilityPercent: 99 } });
  const { body: after } = await world.call('GET', path);
  expect([before.target, after.target]).toEqual([0.999, 0.99]);
  expect(after.down).toBe(before.down);
  expect(after.budget).toBeCloseTo(Number(before.budget) * 10, 0);
  expect((await admin.look(`/analytics/services/${ids.service}?${DAYS}`)).text).toContain('>99%<');
});

it('finds the incidents of a moment by nothing but the clock of whom they interrupted', async () => {
  const period = { from: 0, to: 40_000 };
  const none = await countCohort(db, { period, cohort: 'interrupting', moments: [] }, context.now);
  expect(none).toEqual({ incidents: 0, interruptions: 0 });
});

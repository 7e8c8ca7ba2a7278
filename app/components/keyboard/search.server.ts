import type { Named } from '~/lib/operations';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import type { IncidentStatus } from '../../../domain/incident/incident';
import { allowedVerbs } from '../../../domain/incident/lifecycle';
import type { Page } from '../../../domain/shared/page';
import type { Result } from '../../../domain/shared/result';
import { matches } from './palette-groups';

const EACH = 5;

type FoundIncident = {
  id: string;
  number: number | null;
  title: string;
  status: IncidentStatus;
  /** What may be done to it from here; anything else is done on its page. */
  verbs: { verb: string; word: string }[];
};
/** `does`: what each entry has a page for, below its own, in the word that begins it. */
type FoundList = { label: string; base: string; entries: Named[]; does?: { word: string; path: string } };
export type Found = { incidents: FoundIncident[]; lists: FoundList[] };

const OVERRIDE = { word: 'Override', path: '/overrides/new' };
/** There are far fewer schedules than this; they are looked through by their names. */
const MOST_SCHEDULES = 100;
const QUICK = { acknowledge: 'Acknowledge', resolve: 'Resolve' };

/** Up to five of each kind; of what the viewer may not see there is none. */
export async function searchEverything(context: AppLoadContext, q: string): Promise<Found> {
  const { incident, service, user, team, escalationPolicy, schedule } = operationsOf(context);
  const asked = { q, limit: EACH };
  const [incidents, services, people, teams, policies, schedules] = await Promise.all([
    incident.list({ ...asked, q: q.replace(/^#/, '') }),
    named(service.list(asked)),
    named(user.list(asked)),
    named(team.list(asked)),
    named(escalationPolicy.list(asked)),
    named(schedule.list({ limit: MOST_SCHEDULES })),
  ]);
  const mayRespond = context.viewer?.permissions.includes('incident.respond') ?? false;
  return {
    incidents: (incidents.ok ? incidents.value.data : []).map(({ id, number, title, status }) => ({
      id,
      number,
      title,
      status,
      verbs: mayRespond
        ? Object.entries(QUICK)
            .filter(([verb]) => allowedVerbs(status).some((one) => one === verb))
            .map(([verb, word]) => ({ verb, word }))
        : [],
    })),
    lists: [
      { label: 'Services', base: '/services', entries: services },
      {
        label: 'Schedules',
        base: '/schedules',
        entries: schedules.filter(({ name }) => matches(name, q)).slice(0, EACH),
        ...(mayRespond ? { does: OVERRIDE } : {}),
      },
      { label: 'People', base: '/users', entries: people },
      { label: 'Teams', base: '/teams', entries: teams },
      { label: 'Escalation policies', base: '/escalation-policies', entries: policies },
    ],
  };
}

async function named(list: Promise<Result<Page<Named>>>): Promise<Named[]> {
  const found = await list;
  return found.ok ? found.value.data.map(({ id, name }) => ({ id, name })) : [];
}

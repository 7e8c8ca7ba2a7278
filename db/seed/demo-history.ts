import { onCallAt } from '../../domain/schedule/resolve';
import { DAY, type Instant } from '../../domain/shared/time';
import { DEMO_PEOPLE } from './demo-people';
import { DEMO_SCHEDULE, DEMO_SERVICES, DEMO_TEAMS } from './demo-services';
import { history, type PastIncident, type PastPeople, type PastPerson } from './history';
import { PAST_ALERTS } from './past-alerts';

/** Some three incidents a day over 90 days. */
export const DEMO_PAST = 270;
const DAYS = 90;
const SEED = 20_260_823;

const personOf = (id: string): PastPerson => ({ id, name: DEMO_PEOPLE.find((one) => one.id === id)?.name ?? id });
const SCHEDULE = { timezone: DEMO_SCHEDULE.timezone, layers: DEMO_SCHEDULE.layers, overrides: [] };
const PLATFORM = ['usr_demo_kenji', 'usr_demo_ingrid'].map(personOf);

const teamOf = (serviceId: string): string => DEMO_SERVICES.find(({ id }) => id === serviceId)?.teamId ?? '';

/** As the demo's policies page: whoever is on call for payments, else the first responders of the platform. */
const people: PastPeople = (serviceId, at) => {
  const team = DEMO_TEAMS.find(({ id }) => id === teamOf(serviceId));
  const everybody = (team?.members ?? [])
    .filter(({ receiveNotifications }) => receiveNotifications)
    .map(({ userId }) => personOf(userId));
  const isPayments = team?.id === 'team_demo_payments';
  const first = isPayments ? onCallAt(SCHEDULE, at).users.map(personOf) : PLATFORM;
  return { first, second: everybody.filter(({ id }) => !first.some((one) => one.id === id)) };
};

type Size = { count: number; days: number; now: Instant; firstNumber?: number };

/** So many incidents of the demo's services and people over so many days; also for benchmarks. */
export const demoPast = ({ now, ...size }: Size): PastIncident[] =>
  history({ alerts: PAST_ALERTS, teamOf, people, now: Math.floor(now / DAY) * DAY, seed: SEED, ...size });

/** The demo's last 90 days, the same for everybody who begins on the same day. */
export const demoHistory = (now: Instant): PastIncident[] => demoPast({ count: DEMO_PAST, days: DAYS, now });

import type { ActorRef, Origin } from '../../domain/access/actor';
import type { IncidentStatus } from '../../domain/incident/incident';
import type { TimelineKind } from '../../domain/incident/timeline';
import type { Channel } from '../../domain/notification/channels';
import type { NotificationState } from '../../domain/notification/state';
import { DEFAULT_SERVICE_SETTINGS } from '../../domain/plan/plan';
import { hashedId } from '../../domain/shared/hash';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../domain/shared/time';
import { type Dice, dice } from './dice';
import type { PastAlert } from './past-alerts';

export type PastPerson = { id: string; name: string };

/** Whom a past page went to: those of step 1, then of step 2, at that instant. */
export type PastPeople = (serviceId: string, at: Instant) => { first: PastPerson[]; second: PastPerson[] };

type PastEvent = { at: Instant; kind: TimelineKind; actor: ActorRef; origin: Origin; detail: Record<string, unknown> };
export type PastPage = {
  id: string;
  user: PastPerson;
  channel: Channel;
  intent: 'page' | 'resolved';
  step: number;
  createdAt: Instant;
  settledAt: Instant;
  state: NotificationState;
  provider: string;
  error: string | null;
};

/** An incident that is over, whole: what its object would have told the read model. */
export type PastIncident = {
  id: string;
  number: number;
  status: IncidentStatus;
  alert: PastAlert;
  teamId: string;
  alertCount: number;
  openedAt: Instant;
  acknowledgedAt: Instant | null;
  resolvedAt: Instant;
  ackDueAt: Instant | null;
  resolveDueAt: Instant | null;
  assignee: PastPerson | null;
  step: number;
  events: PastEvent[];
  pages: PastPage[];
};

const SYSTEM: ActorRef = { kind: 'system', name: 'OpsKnight' };
const PROVIDERS: Partial<Record<Channel, string>> = { push: 'webpush', sms: 'twilio', email: 'resend' };
/** Past incidents have numbers below the first real one. */
const FIRST_REAL = 1001;

type Asked = {
  alerts: readonly PastAlert[];
  teamOf: (serviceId: string) => string;
  people: PastPeople;
  count: number;
  days: number;
  /** The present; the newest past incident is a few hours older. */
  now: Instant;
  seed: number;
  /** Of the oldest; those of the demo end before the first real one. */
  firstNumber?: number;
};

/** `count` incidents over the last `days` days, the oldest first; the same for the same arguments. */
export function history({
  alerts,
  count,
  days,
  now,
  seed,
  firstNumber = FIRST_REAL - count,
  ...rest
}: Asked): PastIncident[] {
  const chance = dice(seed);
  const end = now - 6 * HOUR;
  const times = Array.from({ length: count }, () => openingTime(end - days * DAY, end, chance)).toSorted(
    (a, b) => a - b,
  );
  return times.map((openedAt, i) => {
    const alert = chance.weighted(alerts);
    return story({ alert, openedAt, number: firstNumber + i, index: count - i, chance, ...rest });
  });
}

/** More in the hours after deploys on workdays than at night, but never none. */
function openingTime(from: Instant, to: Instant, chance: Dice): Instant {
  for (;;) {
    const at = from + Math.floor(chance.number() * (to - from));
    const hour = new Date(at).getUTCHours();
    const isWorkday = new Date(at).getUTCDay() % 6 !== 0;
    const busy = isWorkday && hour >= 8 && hour < 18 ? 1 : 0.35;
    if (chance.number() < busy) return at;
  }
}

type Plot = Pick<Asked, 'teamOf' | 'people'> & {
  alert: PastAlert;
  openedAt: Instant;
  number: number;
  index: number;
  chance: Dice;
};

function story({ alert, openedAt, number, index, chance, teamOf, people }: Plot): PastIncident {
  const id = hashedId('inc', ['past', index]);
  const tool: ActorRef = { kind: 'integration', id: alert.integrationId, name: alert.integrationName };
  const { first, second } = people(alert.serviceId, openedAt);
  const events: PastEvent[] = [];
  const planned: PastPage[] = [];
  const tell = (
    at: Instant,
    kind: TimelineKind,
    actor: ActorRef,
    detail: PastEvent['detail'] = {},
    origin: Origin = 'webhook',
  ) => events.push({ at, kind, actor, origin, detail });
  const pageAll = (who: readonly PastPerson[], step: number, at: Instant) => {
    const names = who.map(({ name }) => name);
    tell(at, 'step-fired', SYSTEM, { step, cycle: 1, people: names, skipped: [] }, 'timer');
    for (const user of who) planned.push(...ladder(alert, user, { id, step, at, chance, intent: 'page' }));
  };

  tell(openedAt, 'opened', tool, { title: alert.title, severity: alert.severity, source: alert.integrationName });
  pageAll(first, 1, openedAt);
  const isBlip = alert.blip === true && chance.number() < 0.6;
  const isMissed = !isBlip && chance.number() < 0.22;
  const ackAt =
    isBlip || (alert.urgency === 'LOW' && chance.number() < 0.5)
      ? null
      : openedAt + answerTime(isMissed, alert, chance);
  const resolvedAt = (ackAt ?? openedAt) + timeToMend(isBlip, alert, chance);
  const escalatesAt = openedAt + 5 * MINUTE;
  const isEscalated = alert.urgency === 'HIGH' && (ackAt ?? resolvedAt) > escalatesAt;
  if (isEscalated) pageAll(second, 2, escalatesAt);
  const answering = isEscalated && second.length > 0 ? chance.of(second) : (first[0] ?? null);
  if (ackAt !== null && answering) {
    const door = chance.of<Origin>(['push', 'push', 'sms', 'web']);
    tell(ackAt, 'acknowledged', { kind: 'user', ...answering }, { assignee: answering.name }, door);
  }
  const isByTool = isBlip || ackAt === null || chance.number() < 0.35;
  if (isByTool) {
    tell(resolvedAt, 'alert-resolved', tool, { title: alert.title });
    tell(resolvedAt, 'resolved', tool);
  } else if (answering) {
    const note = chance.of(alert.notes);
    tell(resolvedAt, 'resolved', { kind: 'user', ...answering }, { note }, 'web');
    if (chance.number() < 0.08) reopen({ tell, resolvedAt, answering });
  }
  // Whoever has answered, or has nothing to answer any more, is not paged again.
  const pages = planned.filter(({ createdAt }) => createdAt < (ackAt ?? resolvedAt));
  const told = [...new Map(pages.map(({ user }) => [user.id, user])).values()];
  for (const user of told)
    pages.push(message(alert, user, { id, step: 0, at: resolvedAt, chance, intent: 'resolved' }, 'email'));
  const targets = alert.priority === null ? null : DEFAULT_SERVICE_SETTINGS.sla[alert.priority];
  const due = (minutes: number | null | undefined) => (minutes ? openedAt + minutes * MINUTE : null);
  return {
    id,
    number,
    status: 'RESOLVED',
    alert,
    teamId: teamOf(alert.serviceId),
    alertCount: 1 + Math.floor(chance.number() * chance.number() * 9),
    openedAt,
    acknowledgedAt: ackAt,
    resolvedAt,
    ackDueAt: due(targets?.acknowledgeMinutes),
    resolveDueAt: due(targets?.resolveMinutes),
    assignee: ackAt === null ? null : answering,
    step: isEscalated ? 2 : 1,
    events: [...events, ...pages.map(sentence)].toSorted((a, b) => a.at - b.at),
    pages,
  };
}

/** Most answer within minutes; who sleeps through it does not. */
function answerTime(isMissed: boolean, { urgency }: PastAlert, chance: Dice): number {
  const seconds = isMissed ? 320 + chance.number() * 700 : 25 + chance.number() * chance.number() * 260;
  return Math.round(seconds * SECOND * (urgency === 'HIGH' ? 1 : 9));
}

function timeToMend(isBlip: boolean, { minutes }: PastAlert, chance: Dice): number {
  return Math.round(isBlip ? MINUTE * (1 + chance.number() * 5) : minutes * MINUTE * (0.3 + chance.number() * 1.4));
}

function reopen({ tell, resolvedAt, answering }: { tell: Tell; resolvedAt: Instant; answering: PastPerson }): void {
  const by: ActorRef = { kind: 'user', ...answering };
  tell(resolvedAt + 12 * MINUTE, 'reopened', by, { reason: 'It came back.' }, 'web');
  tell(resolvedAt + 34 * MINUTE, 'resolved', by, { note: 'Now it holds.' }, 'web');
}
type Tell = (at: Instant, kind: TimelineKind, actor: ActorRef, detail?: PastEvent['detail'], origin?: Origin) => void;

type Sending = { id: string; step: number; at: Instant; chance: Dice; intent: PastPage['intent'] };

/** Push at once and a text message two minutes later for what is urgent; e-mail for all. */
function ladder(alert: PastAlert, user: PastPerson, sending: Sending): PastPage[] {
  const email = message(alert, user, sending, 'email');
  if (alert.urgency === 'LOW') return [email];
  const push = message(alert, user, sending, 'push');
  if (alert.urgency === 'MEDIUM') return [email, push];
  const later = { ...sending, at: sending.at + 2 * MINUTE };
  return sending.chance.number() < 0.5 ? [email, push, message(alert, user, later, 'sms')] : [email, push];
}

function message(
  _alert: PastAlert,
  user: PastPerson,
  { id, step, at, chance, intent }: Sending,
  channel: Channel,
): PastPage {
  const failed = channel === 'sms' && chance.number() < 0.06;
  const wait =
    channel === 'email' ? 400 + chance.number() * 900 : 120 + chance.number() * (channel === 'sms' ? 1900 : 500);
  return {
    id: hashedId('ntf', [id, user.id, channel, intent, step]),
    user,
    channel,
    intent,
    step,
    createdAt: at,
    settledAt: at + Math.round(wait),
    state: failed ? 'FAILED' : channel === 'push' || chance.number() < 0.8 ? 'DELIVERED' : 'SENT',
    provider: PROVIDERS[channel] ?? channel,
    error: failed ? 'The carrier could not reach the phone (30003)' : null,
  };
}

const sentence = ({ id, user, channel, intent, provider, settledAt, error }: PastPage): PastEvent => ({
  at: settledAt,
  kind: error ? 'notification-failed' : 'notification-sent',
  actor: SYSTEM,
  origin: 'timer',
  detail: { notificationId: id, userName: user.name, channel, intent, ...(error ? { error } : { provider }) },
});

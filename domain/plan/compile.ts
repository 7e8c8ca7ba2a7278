import type { Role } from '../access/roles';
import type { EscalationPolicy, Target, TargetKind } from '../escalation/policy';
import type { PlanWindow } from '../maintenance/window';
import type { Channel } from '../notification/channels';
import type { Preferences } from '../notification/preferences';
import { sha256Hex } from '../shared/hash';
import type { PlanSlack } from '../slack/workspace';
import { canonicalJson } from './canonical';
import type { PagingPlan, PlanPerson, PlanSchedule, PlanTeam, SealedVapid, ServiceSettings } from './plan';

export type SourcePerson = PlanPerson & { role: Role };

/** What is stored about one service and everything it may reach, in any order. May hold more than the plan needs. */
export type PlanSource = {
  organisation: { name: string; appUrl: string };
  service: { id: string; name: string; teamId: string | null; runbookUrl: string | null; settings: ServiceSettings };
  policy: EscalationPolicy | null;
  people: SourcePerson[];
  teams: PlanTeam[];
  /** With the overrides that are in force now or soon. */
  schedules: PlanSchedule[];
  lastResort: Target[];
  usableChannels: Channel[];
  slack?: PlanSlack | null;
  vapid?: SealedVapid | null;
  maintenance?: PlanWindow[];
};

/**
 * The paging plan of one service, from what is stored. It names every person that paging may need while D1 is down:
 * through the policy's targets and last resort, the owning team (an incident may be given to it), the organisation's
 * last resort, and all ACTIVE admins. `also` names others whom one incident needs, such as its assignee.
 * Equal sources give equal hashes, whatever their order and the version.
 */
export function compilePlan(source: PlanSource, version: number, also: readonly Target[] = []): PagingPlan {
  const { service, policy, lastResort, maintenance: windows = [] } = source;
  const targets = [
    ...(policy?.steps ?? []).flatMap((step) => step.targets),
    ...(policy?.lastResort ?? []),
    ...lastResort,
    ...also,
    ...(service.teamId ? [{ kind: 'TEAM' as const, id: service.teamId }] : []),
  ];
  const admins = source.people.filter(({ role, status }) => role === 'ADMIN' && status === 'ACTIVE');
  const teams = source.teams.filter(isTarget('TEAM', targets));
  const schedules = source.schedules.filter(isTarget('SCHEDULE', targets));
  const reached = new Set([
    ...targets.filter(({ kind }) => kind === 'USER').map(({ id }) => id),
    ...teams.flatMap(peopleOfTeam),
    ...schedules.flatMap(({ schedule }) => peopleOfSchedule(schedule)),
    ...admins.map(({ id }) => id),
  ]);
  const body: Omit<PagingPlan, 'version' | 'hash'> = {
    format: 1,
    organisation: source.organisation,
    service,
    policy,
    people: byId(source.people.filter(({ id }) => reached.has(id)).map((person) => inOrder(person, service.id))),
    teams: byId(teams.map((team) => ({ ...team, members: sortedBy(team.members, ({ userId }) => userId) }))),
    schedules: byId(schedules),
    lastResort,
    admins: admins.map(({ id }) => id).sort(),
    usableChannels: [...source.usableChannels].sort(),
    ...(source.slack ? { slack: source.slack } : {}),
    ...(source.vapid ? { vapid: source.vapid } : {}),
    ...(windows.length > 0 ? { maintenance: sortedBy(windows, ({ id }) => id) } : {}),
  };
  return { ...body, version, hash: sha256Hex(canonicalJson(body)) };
}

const isTarget =
  (kind: TargetKind, targets: readonly Target[]) =>
  ({ id }: { id: string }): boolean =>
    targets.some((target) => target.kind === kind && target.id === id);

const peopleOfTeam = ({ leadId, members }: PlanTeam): string[] => [
  ...(leadId ? [leadId] : []),
  ...members.map(({ userId }) => userId),
];

const peopleOfSchedule = ({ layers, overrides }: PlanSchedule['schedule']): string[] =>
  [...layers.flatMap((layer) => layer.users.flat()), ...overrides.map(({ user }) => user)].filter((id) => id !== null);

/** A person's methods and rules have no order of their own. */
function inOrder({ methods, rules, preferences, ...person }: SourcePerson, serviceId: string): PlanPerson {
  const wishes = preferencesFor(preferences, serviceId);
  return {
    ...person,
    ...(wishes ? { preferences: wishes } : {}),
    methods: sortedBy(methods, ({ id }) => id),
    rules: sortedBy(rules, (rule) => `${rule.urgency} ${String(rule.delaySeconds).padStart(9, '0')} ${rule.methodId}`),
  };
}

/** A plan is of one service, so mutes of others are no part of it; null where nothing is wished. */
function preferencesFor(preferences: Preferences | undefined, serviceId: string): Preferences | null {
  if (!preferences) return null;
  const { quietHours, lowDigest } = preferences;
  const mutes = preferences.mutes.filter((mute) => mute.serviceId === serviceId);
  return quietHours || lowDigest || mutes.length > 0 ? { quietHours, lowDigest, mutes } : null;
}

const sortedBy = <T>(list: readonly T[], key: (entry: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

const byId = <T extends { id: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(sortedBy(list, ({ id }) => id).map((entry) => [entry.id, entry]));

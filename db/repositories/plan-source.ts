import { and, asc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Target } from '../../domain/escalation/policy';
import type { PlanSource } from '../../domain/plan/compile';
import { DAY, type Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import {
  contactMethods,
  escalationPolicies,
  escalationSteps,
  escalationTargets,
  maintenanceWindows,
  notificationPreferences,
  notificationRules,
  scheduleLayers,
  scheduleOverrides,
  schedules,
  services,
  settings,
  teamMembers,
  teams,
  users,
} from '../schema';
import { assemblePolicies } from './escalation-policies';
import { mayHold, toPlanWindow } from './maintenance-windows';
import { toPeople, toPolicy, toSchedules, toTeams } from './plan-rows';
import { readLastResort, readOrganisation, readVapid } from './settings';
import { type StoredSlack as Connection, readSlack, SLACK_TROUBLE, SLACK_WORKSPACE } from './slack';

/** Overrides that begin later than this are left out of plans; plans are compiled again before that. */
const OVERRIDES_AHEAD = 60 * DAY;

/** The connection to Slack, and the channel of the service. */
export type StoredSlack = Connection & { channel: string | null };

/** What is stored, without what the configuration of the Worker adds. */
export type StoredPlanSource = {
  version: number;
  organisationName: string;
  source: Omit<PlanSource, 'organisation' | 'usableChannels' | 'slack'>;
  slack: StoredSlack;
};

/**
 * Everything that the plan of one service may need, as of one moment: all statements run in one batch, so a change of
 * configuration is in it wholly or not at all. Null if there is no such service. Asks for at least the people whom
 * `compilePlan` keeps, and for those of `also`. A service that was deleted still has a plan, for its past incidents.
 */
export async function loadPlanSource(
  db: Db,
  serviceId: string,
  now: Instant,
  also: readonly Target[] = [],
): Promise<StoredPlanSource | null> {
  const targets = targetsOf(serviceId, also);
  const teamIds = sql`SELECT id FROM (${targets}) WHERE kind = 'TEAM'`;
  const scheduleIds = sql`SELECT id FROM (${targets}) WHERE kind = 'SCHEDULE'`;
  const userIds = peopleOf(targets, teamIds, scheduleIds);
  const policyId = sql`(SELECT escalation_policy_id FROM ${services} WHERE id = ${serviceId})`;
  const inPolicy = sql`${escalationSteps.policyId} = ${policyId}`;

  const [
    service,
    policy,
    steps,
    stepTargets,
    settingRows,
    teamRows,
    members,
    scheduleRows,
    layers,
    overrides,
    people,
    methods,
    rules,
    preferences,
    windows,
  ] = await db.batch([
    db.select().from(services).where(eq(services.id, serviceId)),
    db.select().from(escalationPolicies).where(sql`${escalationPolicies.id} = ${policyId}`),
    db.select().from(escalationSteps).where(inPolicy).orderBy(asc(escalationSteps.position)),
    db
      .select({ target: escalationTargets })
      .from(escalationTargets)
      .innerJoin(escalationSteps, eq(escalationSteps.id, escalationTargets.stepId))
      .where(inPolicy)
      .orderBy(asc(escalationTargets.position)),
    db.select({ key: settings.key, value: settings.value }).from(settings),
    db.select().from(teams).where(sql`${teams.id} IN (${teamIds})`),
    db.select().from(teamMembers).where(sql`${teamMembers.teamId} IN (${teamIds})`),
    db.select().from(schedules).where(sql`${schedules.id} IN (${scheduleIds})`),
    db
      .select()
      .from(scheduleLayers)
      .where(sql`${scheduleLayers.scheduleId} IN (${scheduleIds})`)
      .orderBy(asc(scheduleLayers.position)),
    db
      .select()
      .from(scheduleOverrides)
      .where(
        and(
          sql`${scheduleOverrides.scheduleId} IN (${scheduleIds})`,
          gt(scheduleOverrides.endAt, now),
          lt(scheduleOverrides.startAt, now + OVERRIDES_AHEAD),
        ),
      )
      .orderBy(sql`${scheduleOverrides}.rowid`),
    db
      .select()
      .from(users)
      .where(or(sql`${users.id} IN (${userIds})`, isActiveAdmin)),
    db.select().from(contactMethods).where(ofPeople(contactMethods.userId, userIds)),
    db.select().from(notificationRules).where(ofPeople(notificationRules.userId, userIds)),
    db.select().from(notificationPreferences).where(ofPeople(notificationPreferences.userId, userIds)),
    db.select().from(maintenanceWindows).where(mayHold(serviceId, now)),
  ]);

  const [row] = service;
  if (!row) return null;
  const setting = (key: string) => settingRows.find((entry) => entry.key === key)?.value;
  const [stored] = assemblePolicies(
    policy,
    steps,
    stepTargets.map(({ target }) => target),
  );
  const { id, name, teamId, runbookUrl } = row;
  return {
    version: Number(setting('config-version') ?? 0),
    organisationName: readOrganisation(setting('organisation')).name,
    slack: { ...readSlack(setting(SLACK_WORKSPACE), setting(SLACK_TROUBLE)), channel: row.slackChannel },
    source: {
      service: { id, name, teamId, runbookUrl, settings: row.settings },
      policy: stored ? toPolicy(stored) : null,
      teams: toTeams(teamRows, members),
      schedules: toSchedules(scheduleRows, layers, overrides),
      people: toPeople(people, methods, rules, preferences),
      lastResort: readLastResort(setting('last-resort')),
      vapid: readVapid(setting('vapid')),
      maintenance: windows.map(toPlanWindow),
    },
  };
}

// D1 takes at most five terms in one compound SELECT; both of these have five.

/** Kind and id of every target that the service's policy, its owning team and both last resorts name, and of `also`. */
const targetsOf = (serviceId: string, also: readonly Target[]): SQL => sql`
  SELECT target.kind, target.target_id AS id
    FROM escalation_targets target
    JOIN escalation_steps step ON step.id = target.step_id
    JOIN services service ON service.escalation_policy_id = step.policy_id AND service.id = ${serviceId}
  UNION SELECT json_extract(entry.value, '$.kind'), json_extract(entry.value, '$.id')
    FROM services service
    JOIN escalation_policies policy ON policy.id = service.escalation_policy_id
    JOIN json_each(policy.last_resort) entry
    WHERE service.id = ${serviceId}
  UNION SELECT json_extract(entry.value, '$.kind'), json_extract(entry.value, '$.id')
    FROM settings setting JOIN json_each(setting.value) entry WHERE setting.key = 'last-resort'
  UNION SELECT json_extract(entry.value, '$.kind'), json_extract(entry.value, '$.id')
    FROM json_each(${JSON.stringify(also)}) entry
  UNION SELECT 'TEAM', team_id FROM services WHERE id = ${serviceId} AND team_id IS NOT NULL`;

const peopleOf = (targets: SQL, teamIds: SQL, scheduleIds: SQL): SQL => sql`
  SELECT id FROM (${targets}) WHERE kind = 'USER'
  UNION SELECT user_id FROM team_members WHERE team_id IN (${teamIds})
  UNION SELECT lead_id FROM teams WHERE id IN (${teamIds})
  UNION SELECT turn.atom FROM schedule_layers l JOIN json_tree(l.layer, '$.users') turn
    WHERE turn.type = 'text' AND l.schedule_id IN (${scheduleIds})
  UNION SELECT user_id FROM schedule_overrides WHERE schedule_id IN (${scheduleIds})`;

const isActiveAdmin = sql`(${users.role} = 'ADMIN' AND ${users.status} = 'ACTIVE')`;

// Beside the others and not in their union: D1 takes five parts in one compound SELECT.
type UserColumn =
  | typeof contactMethods.userId
  | typeof notificationRules.userId
  | typeof notificationPreferences.userId;
const ofPeople = (column: UserColumn, userIds: SQL) =>
  or(
    sql`${column} IN (${userIds})`,
    sql`${column} IN (SELECT id FROM users WHERE role = 'ADMIN' AND status = 'ACTIVE')`,
  );

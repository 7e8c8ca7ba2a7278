import type { EscalationPolicy } from '../../domain/escalation/policy';
import type { SourcePerson } from '../../domain/plan/compile';
import type { PlanMethod, PlanRule, PlanSchedule, PlanTeam } from '../../domain/plan/plan';
import type {
  contactMethods,
  notificationPreferences,
  notificationRules,
  scheduleLayers,
  scheduleOverrides,
  schedules,
  teamMembers,
  teams,
  users,
} from '../schema';
import type { StoredPolicy } from './escalation-policies';
import { groupBy } from './listing';
import { toSchedule } from './schedules';

// Rows as plans have them: without times, so that saving something unchanged leaves a plan as it is.

export const toPolicy = ({ createdAt: _created, updatedAt: _updated, ...policy }: StoredPolicy): EscalationPolicy =>
  policy;

export function toTeams(rows: (typeof teams.$inferSelect)[], members: (typeof teamMembers.$inferSelect)[]): PlanTeam[] {
  const byTeam = groupBy(members, ({ teamId }) => teamId);
  return rows.map(({ id, name, leadId }) => ({
    id,
    name,
    leadId,
    members: (byTeam.get(id) ?? []).map(({ userId, receiveNotifications }) => ({ userId, receiveNotifications })),
  }));
}

export function toSchedules(
  rows: (typeof schedules.$inferSelect)[],
  layers: (typeof scheduleLayers.$inferSelect)[],
  overrides: (typeof scheduleOverrides.$inferSelect)[],
): PlanSchedule[] {
  const layersOf = groupBy(layers, ({ scheduleId }) => scheduleId);
  const overridesOf = groupBy(overrides, ({ scheduleId }) => scheduleId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    schedule: toSchedule({
      ...row,
      layers: (layersOf.get(row.id) ?? []).map(({ layer }) => layer),
      overrides: overridesOf.get(row.id) ?? [],
    }),
  }));
}

export function toPeople(
  rows: (typeof users.$inferSelect)[],
  methods: (typeof contactMethods.$inferSelect)[],
  rules: (typeof notificationRules.$inferSelect)[],
  preferences: (typeof notificationPreferences.$inferSelect)[],
): SourcePerson[] {
  const methodsOf = groupBy(methods, ({ userId }) => userId);
  const rulesOf = groupBy(rules, ({ userId }) => userId);
  const wishes = new Map(preferences.map((row) => [row.userId, row.preferences]));
  const wishesOf = (id: string) => {
    const found = wishes.get(id);
    return found ? { preferences: found } : {};
  };
  return rows.map(({ id, name, role, status, timezone, locale }) => ({
    id,
    name,
    role,
    status,
    timezone,
    locale,
    methods: (methodsOf.get(id) ?? []).map(toMethod),
    rules: (rulesOf.get(id) ?? []).map(toRule),
    ...wishesOf(id),
  }));
}

const toMethod = ({ id, kind, value, verifiedAt, enabled }: typeof contactMethods.$inferSelect): PlanMethod => ({
  id,
  kind,
  value,
  verified: verifiedAt !== null,
  enabled,
});

const toRule = ({ urgency, contactMethodId, delayMinutes }: typeof notificationRules.$inferSelect): PlanRule => ({
  urgency,
  methodId: contactMethodId,
  delaySeconds: delayMinutes * 60,
});

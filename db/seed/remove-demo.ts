import { sql } from 'drizzle-orm';
import type { Db } from '../client';
import type { Statement } from '../repositories/batch';
import {
  accessTokens,
  apiKeys,
  contactMethods,
  escalationPolicies,
  heartbeats,
  integrations,
  maintenanceWindows,
  notificationRules,
  schedules,
  services,
  sessions,
  settings,
  shiftNoticeSettings,
  statusPages,
  teams,
  timeOff,
  users,
} from '../schema';
import { DEMO_KEY_NAME } from './clear';

const CONFIGURATION = { teams, services, escalationPolicies, schedules, integrations, heartbeats } as const;

const isDemo = (column: unknown) => sql`instr(${column}, '_demo_') > 0`;

/** True if anything was configured beside the demo organisation; people and API keys of one's own do not count. */
export async function hasOwnConfiguration(db: Db): Promise<boolean> {
  const own = Object.values(CONFIGURATION).map((table) =>
    table === services
      ? sql`EXISTS (SELECT 1 FROM ${table} WHERE instr(${table.id}, '_demo_') = 0 AND ${services.deletedAt} IS NULL)`
      : sql`EXISTS (SELECT 1 FROM ${table} WHERE instr(${table.id}, '_demo_') = 0)`,
  );
  const [row] = await db.all<{ found: number }>(sql`SELECT (${sql.join(own, sql` OR `)}) AS found`);
  return row?.found === 1;
}

/** True if somebody who is no part of the demo has an account. */
export async function hasOwnPeople(db: Db): Promise<boolean> {
  const [row] = await db.all<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM ${users} WHERE instr(${users.id}, '_demo_') = 0) AS found`,
  );
  return row?.found === 1;
}

export const removeDemoIntegrations = (db: Db): Statement[] => [
  db.delete(integrations).where(isDemo(integrations.id)),
  db.delete(heartbeats).where(isDemo(heartbeats.id)),
];

/** Removes the demo organisation and nothing else; its incidents and the audit log stay. */
export const removeDemo = (db: Db): Statement[] => [
  ...removeDemoIntegrations(db),
  db.delete(statusPages).where(isDemo(statusPages.id)),
  db.delete(maintenanceWindows).where(isDemo(maintenanceWindows.id)),
  db.delete(services).where(isDemo(services.id)),
  db.delete(escalationPolicies).where(isDemo(escalationPolicies.id)),
  db.delete(schedules).where(isDemo(schedules.id)),
  db.delete(notificationRules).where(isDemo(notificationRules.userId)),
  db.delete(contactMethods).where(isDemo(contactMethods.userId)),
  db.delete(timeOff).where(isDemo(timeOff.userId)),
  db.delete(shiftNoticeSettings).where(isDemo(shiftNoticeSettings.userId)),
  db.delete(teams).where(isDemo(teams.id)),
  db.delete(sessions).where(isDemo(sessions.userId)),
  db.delete(accessTokens).where(isDemo(accessTokens.userId)),
  db.delete(apiKeys).where(sql`${apiKeys.name} = ${DEMO_KEY_NAME}`),
  db.delete(users).where(isDemo(users.id)),
  db.delete(settings).where(sql`${settings.key} = 'last-resort' AND instr(${settings.value}, '_demo_') > 0`),
  db
    .delete(settings)
    .where(sql`${settings.key} = 'organisation' AND json_extract(${settings.value}, '$.name') = 'Example Shop'`),
];

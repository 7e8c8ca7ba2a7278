import { sql } from 'drizzle-orm';
import type { Db } from '../client';
import type { Statement } from '../repositories/batch';
import {
  apiKeys,
  calendarFeeds,
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
  webhooks,
} from '../schema';

/** The API key that the demo brings along; every load makes a new one. */
export const DEMO_KEY_NAME = 'Demo';

const CONFIGURATION = [
  users,
  teams,
  services,
  escalationPolicies,
  schedules,
  integrations,
  maintenanceWindows,
  webhooks,
  heartbeats,
  statusPages,
] as const;

/** True if somebody has added to the database what the demo organisation does not bring along. */
export async function hasOtherData(db: Db): Promise<boolean> {
  const others = CONFIGURATION.map(
    (table) => sql`EXISTS (SELECT 1 FROM ${table} WHERE instr(${table.id}, '_demo_') = 0)`,
  );
  const [row] = await db.all<{ found: number }>(
    sql`SELECT (${sql.join(others, sql` OR `)} OR EXISTS (SELECT 1 FROM ${apiKeys} WHERE name <> ${DEMO_KEY_NAME})) AS found`,
  );
  return row?.found === 1;
}

/** Removes the whole configuration, with sessions and API keys; incidents and the audit log stay, and so does the version. */
export const removeConfiguration = (db: Db): Statement[] => [
  db.delete(calendarFeeds),
  db.delete(heartbeats),
  db.delete(integrations),
  db.delete(maintenanceWindows),
  db.delete(webhooks),
  db.delete(statusPages),
  db.delete(services),
  db.delete(escalationPolicies),
  db.delete(schedules),
  db.delete(notificationRules),
  db.delete(timeOff),
  db.delete(shiftNoticeSettings),
  db.delete(contactMethods),
  db.delete(teams),
  db.delete(sessions),
  db.delete(apiKeys),
  db.delete(users),
  db.delete(settings).where(sql`${settings.key} <> 'config-version'`),
];

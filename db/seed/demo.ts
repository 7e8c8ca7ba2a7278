import { DEFAULT_REPEAT_AFTER_SECONDS } from '../../domain/escalation/input';
import { type IntegrationKey, joinIntegrationKey } from '../../domain/integration/key';
import { DEFAULT_SERVICE_SETTINGS } from '../../domain/plan/plan';
import { sha256Hex } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import type { Statement } from '../repositories/batch';
import { type ContactMethod, insertContactMethod } from '../repositories/contact-methods';
import { insertPolicy } from '../repositories/escalation-policies';
import { insertHeartbeat } from '../repositories/heartbeats';
import { insertIntegration } from '../repositories/integrations';
import { insertMaintenanceWindow } from '../repositories/maintenance-windows';
import { insertRule } from '../repositories/notification-rules';
import { insertSchedule } from '../repositories/schedules';
import { insertService } from '../repositories/services';
import { putLastResort, putOrganisation } from '../repositories/settings';
import { insertTeam } from '../repositories/teams';
import { insertTimeOff } from '../repositories/time-off';
import { insertUser } from '../repositories/users';
import { demoTimeOff, demoWindows } from './demo-calendar';
import { insertDemoDashboard } from './demo-dashboard';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people';
import { demoSun } from './demo-schedules';
import {
  DEMO_HEARTBEAT,
  DEMO_INTEGRATIONS,
  DEMO_LAST_RESORT,
  DEMO_POLICIES,
  DEMO_SCHEDULE,
  DEMO_SERVICES,
  DEMO_TEAMS,
} from './demo-services';
import { insertDemoStatusPage } from './demo-status-page';

/** What is not the same in every installation: when, everybody's password, and one key for each integration. */
export type DemoSecrets = { now: Instant; passwordHash: string; keys: readonly IntegrationKey[] };

/** One of `keys` for each integration, and the last for the heartbeat. */
export const DEMO_KEYS_NEEDED = DEMO_INTEGRATIONS.length + 1;

export type DemoIntegrationKey = { type: string; name: string; serviceId: string; key: string };

/** The keys in full, for the one time they are shown. */
export const demoKeys = ({ keys }: DemoSecrets): DemoIntegrationKey[] =>
  pairKeys(keys).map(({ integration: { type, name, serviceId }, key }) => ({
    type,
    name,
    serviceId,
    key: joinIntegrationKey(key),
  }));

/** Everything that the demo organisation is made of: the same in every installation but for `secrets`. */
export function insertDemo(db: Db, secrets: DemoSecrets): Statement[] {
  const { now, passwordHash } = secrets;
  const times = { createdAt: now, updatedAt: now };
  return [
    putOrganisation(db, { name: 'Example Shop' }, now),
    putLastResort(db, DEMO_LAST_RESORT, now),
    ...DEMO_PEOPLE.flatMap((person) => insertPerson(db, person, passwordHash, now)),
    ...DEMO_TEAMS.flatMap((team) => insertTeam(db, { ...team, ...times })),
    ...insertSchedule(db, { ...DEMO_SCHEDULE, overrides: [], ...times }),
    ...insertSchedule(db, demoSun(now)),
    ...DEMO_POLICIES.flatMap((policy) =>
      insertPolicy(db, { ...policy, repeatAfterSeconds: DEFAULT_REPEAT_AFTER_SECONDS, lastResort: [], ...times }),
    ),
    ...demoWindows(now).map((window) => insertMaintenanceWindow(db, window)),
    ...insertTimeOff(db, demoTimeOff(now)),
    ...DEMO_SERVICES.map((service) =>
      insertService(db, { ...service, slackChannel: null, settings: DEFAULT_SERVICE_SETTINGS, ...times }),
    ),
    ...pairKeys(secrets.keys).map(({ integration, key: { inbox, secret } }) =>
      insertIntegration(db, { ...integration, inbox, secretHash: sha256Hex(secret), enabled: true, ...times }),
    ),
    ...insertDemoStatusPage(db, now),
    insertDemoDashboard(db, now),
    ...secrets.keys
      .slice(DEMO_INTEGRATIONS.length, DEMO_KEYS_NEEDED)
      .map(({ inbox, secret }) =>
        insertHeartbeat(db, { ...DEMO_HEARTBEAT, inbox, secretHash: sha256Hex(secret), ...times }),
      ),
  ];
}

function insertPerson(db: Db, person: DemoPerson, passwordHash: string, now: Instant): Statement[] {
  const { id: userId, methods, rules, ...fields } = person;
  const times = { createdAt: now, updatedAt: now };
  const all = [{ kind: 'email' as const, value: person.email }, ...methods];
  const rows = all.map(
    ({ kind, value }): ContactMethod => ({
      id: `cm_demo_${userId.slice('usr_demo_'.length)}_${kind}`,
      userId,
      kind,
      value,
      verifiedAt: now,
      enabled: true,
      ...times,
    }),
  );
  return [
    insertUser(db, { ...fields, id: userId, status: 'ACTIVE', passwordHash, ...times }),
    ...rows.map((row) => insertContactMethod(db, row)),
    ...rules.map(({ urgency, kind, delayMinutes }, i) =>
      insertRule(db, {
        id: `rule_demo_${userId.slice('usr_demo_'.length)}_${i + 1}`,
        userId,
        urgency,
        contactMethodId: rows.find((row) => row.kind === kind)?.id ?? '',
        delayMinutes,
        ...times,
      }),
    ),
  ];
}

const pairKeys = (keys: readonly IntegrationKey[]) =>
  DEMO_INTEGRATIONS.flatMap((integration, i) => {
    const key = keys[i];
    return key ? [{ integration, key }] : [];
  });

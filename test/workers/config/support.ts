import { env } from 'cloudflare:test';
import { sql } from 'drizzle-orm';
import { makeDb } from '../../../db/client';
import { configVersionOf } from '../../../db/repositories/settings';
import { createPolicyInput } from '../../../domain/escalation/input';
import { createScheduleInput } from '../../../domain/schedule/input';
import type { Failure } from '../../../domain/shared/errors';
import type { Result } from '../../../domain/shared/result';
import { createTeamInput } from '../../../domain/team/input';
import { createUserInput } from '../../../domain/user/input';
import type { Context } from '../../../workers/context';
import { createPolicy } from '../../../workers/operations/escalation-policy/create';
import { createSchedule } from '../../../workers/operations/schedule/create';
import { createService } from '../../../workers/operations/service/create';
import { createTeam } from '../../../workers/operations/team/create';
import { createUser } from '../../../workers/operations/user/create';
import { ADMIN, contextWith } from '../access/support';

export const db = makeDb(env.DB);

const left: Promise<unknown>[] = [];

/** An administrator's context, unless `change` says otherwise. */
export const adminContext = (change: Partial<Context> = {}): Context =>
  contextWith({ actor: ADMIN, waitUntil: (work) => left.push(work), ...change });

/** Waits for what was left to `waitUntil`, such as pushing plans. For `afterEach` too, or it reaches into the next file. */
export async function settle(): Promise<void> {
  while (left.length > 0) await left.shift();
}

/** The value, or the test fails with the failure. */
export function taken<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.error.code}: ${result.error.message} ${JSON.stringify(result.error.fields)}`);
  return result.value;
}

export function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('this should have failed');
  return result.error;
}

export const version = (): Promise<number> => configVersionOf(db);

export const auditActions = async (targetId: string): Promise<string[]> =>
  (
    await db.all<{ action: string }>(sql`SELECT action FROM audit_log WHERE target_id = ${targetId} ORDER BY rowid`)
  ).map(({ action }) => action);

let count = 0;
const next = (): number => {
  count += 1;
  return count;
};

export const aUser = async (context: Context, change: Record<string, unknown> = {}) =>
  taken(
    await createUser(
      context,
      createUserInput.parse({
        name: `Person ${next()}`,
        email: `person${next()}@example.test`,
        role: 'RESPONDER',
        status: 'ACTIVE',
        ...change,
      }),
    ),
  );

export const aTeam = async (context: Context, change: Record<string, unknown> = {}) =>
  taken(await createTeam(context, createTeamInput.parse({ name: `Team ${next()}`, ...change })));

export const aPolicy = async (context: Context, change: Record<string, unknown> = {}) =>
  taken(
    await createPolicy(
      context,
      createPolicyInput.parse({ name: `Policy ${next()}`, steps: [{ delayMinutes: 0, targets: [] }], ...change }),
    ),
  );

export const aService = async (context: Context, change: { name?: string; [field: string]: unknown } = {}) =>
  taken(await createService(context, { name: `Service ${next()}`, ...change }));

export const layer = (users: (string | null | string[])[]) => ({
  name: 'Primary',
  priority: 1,
  start: '2024-01-01T09:00:00Z',
  end: null,
  rotation: { unit: 'week' as const, length: 1, anchor: '2024-01-01T09:00', handoff: '09:00' },
  users,
  restrictions: [],
});

export const aSchedule = async (context: Context, users: (string | null | string[])[], change: object = {}) =>
  taken(
    await createSchedule(
      context,
      createScheduleInput.parse({
        name: `Schedule ${next()}`,
        timezone: 'Europe/Lisbon',
        layers: [layer(users)],
        ...change,
      }),
    ),
  );

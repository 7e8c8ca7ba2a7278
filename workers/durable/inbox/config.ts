import { findInboxHeartbeat, findInboxIntegration } from '../../../db/repositories/inbox-config';
import { serviceOfInbox } from '../../../domain/integration/key';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { configOf } from '../../config';
import { databaseOf } from '../../database';
import type { Env } from '../../env';
import { loadPlan, routedPlans } from '../../plan';
import type { InboxConfig } from '../ports';

/** What the inbox serves, as it was stored. */
export function readConfig(sql: SqlStorage): InboxConfig | null {
  const row = sql.exec<{ config: string }>('SELECT config FROM config').toArray()[0];
  return row ? (JSON.parse(row.config) as InboxConfig) : null;
}

export const writeConfig = (sql: SqlStorage, config: InboxConfig): void => {
  sql.exec('INSERT OR REPLACE INTO config (id, config) VALUES (1, ?)', JSON.stringify(config));
};

export const wrongKey: Failure = failure('unauthenticated', 'This integration key is not known.');

/**
 * Asks D1 once for an inbox that holds no configuration. Not known there: 401 and nothing is written. D1 does not
 * answer: 503, because the key may well be right (SEMANTICS 18).
 */
export async function askForConfig(env: Env, inbox: string): Promise<Result<InboxConfig>> {
  try {
    const db = databaseOf(env);
    const serviceId = serviceOfInbox(inbox);
    const integration = serviceId ? null : await findInboxIntegration(db, inbox);
    const heartbeat = serviceId || integration ? null : await findInboxHeartbeat(db, inbox);
    const service = serviceId ?? integration?.serviceId ?? heartbeat?.serviceId;
    const plan = service ? await loadPlan(db, configOf(env), service, Date.now()) : null;
    if (!plan) return err(wrongKey);
    if (!integration) return ok({ inbox, plan, integration: null, heartbeat: heartbeat?.settings ?? null });
    const { serviceId: _service, ...known } = integration;
    const plans = await routedPlans(known.routingRules, (id) => loadPlan(db, configOf(env), id, Date.now()));
    return ok({ inbox, plan, integration: known, plans });
  } catch (error) {
    console.warn(`inbox ${inbox} could not be looked up: ${String(error)}`);
    return err(failure('unavailable', 'The integration cannot be looked up at the moment. Please send again.'));
  }
}

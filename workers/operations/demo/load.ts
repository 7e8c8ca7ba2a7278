import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deleteAllHeartbeats } from '../../../db/repositories/heartbeats';
import { deleteAllIntegrations } from '../../../db/repositories/integrations';
import { bumpConfigVersion } from '../../../db/repositories/settings';
import { DEMO_KEY_NAME, hasOtherData, removeConfiguration } from '../../../db/seed/clear';
import {
  DEMO_KEYS_NEEDED,
  type DemoIntegrationKey,
  type DemoSecrets,
  demoKeys,
  insertDemo,
} from '../../../db/seed/demo';
import { DEMO_ADMIN, DEMO_PEOPLE } from '../../../db/seed/demo-people';
import { refuse } from '../../../domain/access/permissions';
import { integrationUrl, newIntegrationKey } from '../../../domain/integration/key';
import { failure } from '../../../domain/shared/errors';
import { randomText } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { createApiKey } from '../api-key/create';
import { pushBehind } from '../plan/push';
import { loadDemoIncidents } from './incidents';
import { loadDemoPast } from './past';

/** How to get into the demo organisation; the only time that any of it is shown. */
export type DemoAccess = {
  email: string;
  password: string;
  apiKey: string;
  integrations: (DemoIntegrationKey & { url: string })[];
};

/**
 * Makes the demo organisation, again if it is there already. Password and keys are new each time; those of before end.
 * A database that holds anything else is refused unless `force`, which removes the whole configuration first.
 * Failures: forbidden, conflict (other data).
 */
export async function loadDemo(context: Context, { force }: { force: boolean }): Promise<Result<DemoAccess>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  if (!force && (await hasOtherData(db))) {
    return err(failure('conflict', 'This database holds other data than the demo organisation.'));
  }

  // While the services are still there, so that the inboxes learn that their keys have ended.
  await runBatch(db, [deleteAllIntegrations(db), deleteAllHeartbeats(db), bumpConfigVersion(db, now)]);
  await pushEverything(context);

  const password = randomText(20, random);
  const keys = Array.from({ length: DEMO_KEYS_NEEDED }, () => newIntegrationKey(random));
  const secrets: DemoSecrets = { now, passwordHash: await hashPassword(password), keys };
  await runBatch(db, [
    ...removeConfiguration(db),
    ...insertDemo(db, secrets),
    recordAudit(context, { action: 'demo.load', targetKind: 'organisation', targetId: 'demo', after: { force } }),
    bumpConfigVersion(db, now),
  ]);
  const apiKey = await createApiKey(context, { name: DEMO_KEY_NAME, scopes: ['admin'], expiresAt: null });
  if (!apiKey.ok) return apiKey;
  await pushEverything(context);
  await loadDemoPast(context);
  await loadDemoIncidents(context);

  return ok({
    email: DEMO_PEOPLE.find(({ id }) => id === DEMO_ADMIN)?.email ?? '',
    password,
    apiKey: apiKey.value.key,
    integrations: demoKeys(secrets).map((one) => ({ ...one, url: integrationUrl(config.appUrl, one.type, one.key) })),
  });
}

/** An inbox that does not answer is left to the sweep. */
async function pushEverything(context: Context): Promise<void> {
  for (;;) {
    const { pushed, unchanged } = await pushBehind(context, 100);
    if (pushed + unchanged === 0) return;
  }
}

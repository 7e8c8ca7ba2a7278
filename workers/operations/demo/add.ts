import { lastResortOf, organisationOf, putLastResort, putOrganisation } from '../../../db/repositories/settings';
import { setupFacts } from '../../../db/repositories/setup';
import { DEMO_KEYS_NEEDED, insertDemo } from '../../../db/seed/demo';
import { refuse } from '../../../domain/access/permissions';
import { newIntegrationKey } from '../../../domain/integration/key';
import { failure } from '../../../domain/shared/errors';
import { randomText } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { loadDemoIncidents } from './incidents';
import { loadDemoPast } from './past';
import { pushEverything } from './push-everything';

/**
 * Adds the demo organisation beside one's own people, to look at; nobody is told its passwords and keys. Only on
 * loopback, and only while nothing is configured. Failures: forbidden, not-found, conflict.
 */
export async function addDemo(context: Context): Promise<Result<null>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  if (!config.isLocal) return err(failure('not-found', 'The demo organisation exists on loopback only.'));
  const { demo, configured } = await setupFacts(db);
  if (demo || configured) return err(failure('conflict', 'This organisation has services or teams already.'));

  const [organisation, lastResort] = await Promise.all([organisationOf(db), lastResortOf(db)]);
  const keys = Array.from({ length: DEMO_KEYS_NEEDED }, () => newIntegrationKey(random));
  const passwordHash = await hashPassword(randomText(20, random));
  await saveChange(context, {
    action: 'demo.load',
    targetKind: 'organisation',
    targetId: 'demo',
    statements: [
      ...insertDemo(db, { now, passwordHash, keys }),
      putOrganisation(db, organisation, now),
      putLastResort(db, lastResort, now),
    ],
    touches: 'none',
  });
  await pushEverything(context);
  await loadDemoPast(context);
  await loadDemoIncidents(context);
  return ok(null);
}

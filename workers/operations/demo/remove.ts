import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { listIncidents } from '../../../db/repositories/incidents';
import { bumpConfigVersion } from '../../../db/repositories/settings';
import { setupFacts } from '../../../db/repositories/setup';
import { DEMO_PAST } from '../../../db/seed/demo-history';
import { removeDemoPostmortems } from '../../../db/seed/demo-postmortems';
import { DEMO_SERVICES } from '../../../db/seed/demo-services';
import { removeHistory } from '../../../db/seed/insert-history';
import { hasOwnConfiguration, hasOwnPeople, removeDemo, removeDemoIntegrations } from '../../../db/seed/remove-demo';
import { actorRef, SYSTEM } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import { UNRESOLVED } from '../../../domain/incident/incident';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { pushEverything } from './push-everything';

/** `setupToken`: nobody is left to sign in, so the first set-up begins again; null while there are people. */
export type DemoRemoved = { setupToken: string | null };

/**
 * Removes the demo organisation and its made-up past; incidents that came while it was there are resolved and stay. Failures: forbidden, not-found
 * (there is none), conflict (something else was configured, which may lean on it).
 */
export async function removeDemoOrganisation(context: Context): Promise<Result<DemoRemoved>> {
  const { actor, config, db, now } = context;
  const refusal = refuse(actor, 'secrets.write');
  if (refusal) return err(refusal);
  if (!(await setupFacts(db)).demo) return err(failure('not-found', 'There is no demo organisation here.'));
  if (await hasOwnConfiguration(db)) {
    const message = 'Something of your own was configured beside the demo organisation and may lean on it.';
    return err(failure('conflict', `${message} Delete it first, or the demo’s parts one by one.`));
  }
  const isLastPerson = !(await hasOwnPeople(db));
  if (isLastPerson && (!config.isLocal || !config.setupToken)) {
    return err(failure('conflict', 'Nobody could sign in afterwards. Add yourself as an administrator first.'));
  }

  await resolveAll(context);
  // While the services are still there, so that the inboxes learn that their keys have ended.
  await runBatch(db, [...removeDemoIntegrations(db), bumpConfigVersion(db, now)]);
  await pushEverything(context);
  await runBatch(db, [
    ...removeDemo(db),
    ...removeHistory(db, DEMO_PAST),
    removeDemoPostmortems(db),
    recordAudit(context, { action: 'demo.remove', targetKind: 'organisation', targetId: 'demo' }),
    bumpConfigVersion(db, now),
  ]);
  return ok({ setupToken: isLastPerson ? config.setupToken : null });
}

/** Nothing of it may page anybody later. */
async function resolveAll({ actor, db, env, origin }: Context): Promise<void> {
  const by = { actor: actorRef(actor), origin };
  for (const { id: serviceId } of DEMO_SERVICES) {
    const open = { serviceId: [serviceId], status: UNRESOLVED, limit: 100 };
    const page = await listIncidents(db, open, seerOf(SYSTEM));
    for (const { id } of page?.data ?? []) {
      await incidentPort(env, id).apply({ kind: 'command', command: { verb: 'resolve', note: null } }, by);
    }
  }
}

import { isUniqueViolation } from '../../../db/repositories/batch';
import { findStatusPage, updateStatusPage as updateRows } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, type Result } from '../../../domain/shared/result';
import type { UpdateStatusPageInput } from '../../../domain/status-page/input';
import { addressesOf, addressName, type StatusPage } from '../../../domain/status-page/page';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { statusPagePort } from '../../durable/stubs';
import { invalidField, notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { mergeComponents, referencesOf } from './components';
import { removeExport } from './export';
import { getStatusPage } from './get';
import { saveOnPage } from './save';
import { takenFailure } from './taken';
import { auditOf, type StatusPageView } from './view';

/**
 * Changes a page; what is left out stays. Components keep their history by their id; those left out of the list go, and
 * their history with them. Failures: forbidden, not-found, invalid, conflict (slug or host name of another page).
 */
export async function updateStatusPage(
  context: Context,
  { id, password, look, components, ...input }: UpdateStatusPageInput & IdInput,
): Promise<Result<StatusPageView>> {
  const { actor, db, env, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findStatusPage(db, id);
  if (!before) return err(notFound('status page'));
  const missing = await missingFailure(context, referencesOf(components));
  if (missing) return err(missing);
  const merged = components ? mergeComponents(context, before.components, components) : null;
  if (merged && !merged.ok)
    return err(invalidField(`components/${merged.unknown}/id`, 'The page has no such component'));
  const after: StatusPage = {
    ...before,
    ...given(input),
    look: { ...before.look, ...given(look ?? {}) },
    ...(merged ? { components: merged.components } : {}),
    ...(password ? { passwordHash: await hashPassword(password) } : {}),
    updatedAt: now,
  };
  if (after.audience === 'password' && !after.passwordHash) return err(invalidField('password', 'Choose a password'));
  try {
    await saveOnPage(context, id, {
      action: 'status-page.update',
      targetKind: 'status-page',
      targetId: id,
      before: auditOf(before),
      after: auditOf(after),
      statements: updateRows(db, after),
    });
  } catch (error) {
    const taken = takenFailure(error, isUniqueViolation);
    if (taken) return err(taken);
    throw error;
  }
  const kept = new Set(addressesOf(after).map(addressName));
  const left = addressesOf(before).filter((address) => !kept.has(addressName(address)));
  await Promise.all(left.map((address) => statusPagePort(env, addressName(address)).clear()));
  if (after.slug !== before.slug) await removeExport(context, before.slug);
  return getStatusPage(context, { id });
}

import { isUniqueViolation } from '../../../db/repositories/batch';
import { insertStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { CreateStatusPageInput } from '../../../domain/status-page/input';
import type { StatusPage } from '../../../domain/status-page/page';
import { hashPassword } from '../../access/password';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { missingFailure } from '../config/references';
import { mergeComponents, referencesOf } from './components';
import { saveOnPage } from './save';
import { statesOf } from './states';
import { takenFailure } from './taken';
import { auditOf, type StatusPageView, viewOf } from './view';

/**
 * Adds a status page, which stands from now on. Failures: forbidden, invalid (services, component ids, no password for
 * an audience that needs one), conflict (slug or host name of another page).
 */
export async function createStatusPage(
  context: Context,
  { password, components, ...input }: CreateStatusPageInput,
): Promise<Result<StatusPageView>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(components)));
  if (refusal) return err(refusal);
  const merged = mergeComponents(context, [], components);
  if (!merged.ok) return err(invalidField(`components/${merged.unknown}/id`, 'A new page has no components yet'));
  if (input.audience === 'password' && !password) return err(invalidField('password', 'Choose a password'));
  const page: StatusPage = {
    id: newId('statusPage', random),
    ...input,
    passwordHash: password ? await hashPassword(password) : null,
    components: merged.components,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await saveOnPage(context, page.id, {
      action: 'status-page.create',
      targetKind: 'status-page',
      targetId: page.id,
      after: auditOf(page),
      statements: insertStatusPage(db, page),
    });
  } catch (error) {
    const taken = takenFailure(error, isUniqueViolation);
    if (taken) return err(taken);
    throw error;
  }
  return ok(viewOf(page, await statesOf(context, page, []), config.appUrl));
}

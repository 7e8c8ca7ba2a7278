import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findSession, revokeSession as revokeRow } from '../../../db/repositories/sessions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseUnlessPerson } from './person';

/**
 * Ends one of one's own sessions; doing it again changes nothing. Those of others end by disabling them or giving them
 * a password. Failures: unauthenticated, forbidden (not a person), not-found (also for those of others).
 */
export async function revokeSession(context: Context, { id }: { id: string }): Promise<Result<null>> {
  const person = refuseUnlessPerson(context.actor);
  if (!person.ok) return person;
  const { db, now } = context;
  const session = await findSession(db, id);
  if (session?.user.id !== person.value.id) return err(notFound('session'));
  if (session.revokedAt !== null) return ok(null);
  await runBatch(db, [
    revokeRow(db, id, now),
    recordAudit(context, { action: 'session.revoke', targetKind: 'session', targetId: id }),
  ]);
  return ok(null);
}

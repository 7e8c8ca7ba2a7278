import { findPreferences, putPreferences } from '../../../db/repositories/preferences';
import { findUser } from '../../../db/repositories/users';
import {
  LONGEST_MUTE,
  type Mute,
  type Preferences,
  type PreferencesInput,
} from '../../../domain/notification/preferences';
import type { Failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';

/**
 * Changes quiet hours, digest or mutes of a person; what is left out stays, null ends it, and `mutes` is the whole list.
 * Failures: forbidden, not-found, invalid (a mute without a service, too long, or over already).
 */
export async function updatePreferences(
  context: Context,
  { id, quietHours, lowDigest, mutes }: PreferencesInput & IdInput,
): Promise<Result<Preferences>> {
  const { actor, db, now } = context;
  const refusal = refuseUnlessOwn(actor, id);
  if (refusal) return err(refusal);
  if (!(await findUser(db, id))) return err(notFound('person'));
  const refused = mutes ? await refuseMutes(context, mutes) : null;
  if (refused) return err(refused);
  const before = await findPreferences(db, id);
  const after: Preferences = {
    quietHours: quietHours === undefined ? before.quietHours : quietHours,
    lowDigest: lowDigest === undefined ? before.lowDigest : lowDigest,
    mutes: (mutes ?? before.mutes).filter(({ until }) => until > now),
  };
  await saveChange(context, {
    action: 'notification-preferences.update',
    targetKind: 'user',
    targetId: id,
    before,
    after,
    statements: [putPreferences(db, id, after, now)],
    touches: { kind: 'USER', id },
  });
  return ok(after);
}

async function refuseMutes(context: Context, mutes: readonly Mute[]): Promise<Failure | null> {
  const { now } = context;
  for (const [index, { serviceId, until }] of mutes.entries()) {
    if (until > now + LONGEST_MUTE) return invalidField(`mutes/${index}/until`, 'A mute lasts at most 90 days');
    if (mutes.findIndex((one) => one.serviceId === serviceId) !== index)
      return invalidField(`mutes/${index}/serviceId`, 'This service is in the list already');
  }
  return missingFailure(
    context,
    mutes.map(({ serviceId: id }, index) => ({ kind: 'SERVICE' as const, id, path: `mutes/${index}/serviceId` })),
  );
}

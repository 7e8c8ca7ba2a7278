import {
  type ContactMethod,
  contactMethodsOf,
  deleteContactMethod,
  insertContactMethod,
  MAX_METHODS,
  updateContactMethod,
} from '../../../db/repositories/contact-methods';
import { othersWithSubscription, putDevice } from '../../../db/repositories/devices';
import { refuse } from '../../../domain/access/permissions';
import { readAddress } from '../../../domain/notification/contact-method';
import type { RegisterDeviceInput } from '../../../domain/notification/device';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { saveChange } from '../config/save';
import { auditOf } from '../contact-method/view';

/**
 * Takes a browser's push subscription for the person who is signed in there: a new device, the same one seen again, or
 * one whose subscription has changed (`replaces`), which keeps its rules. It leads to nobody else from now on.
 * Only a person has devices. Failures: forbidden, invalid (subscription), conflict (too many methods).
 */
export async function registerDevice(context: Context, input: RegisterDeviceInput): Promise<Result<{ id: string }>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (actor.kind !== 'user') return err(failure('invalid', 'Only a person has devices: sign in with a session.'));
  const address = readAddress('push', input.subscription, config.allowLoopbackWebhooks);
  if ('problem' in address) return err(invalidField('subscription', address.problem));

  const present = await contactMethodsOf(db, actor.id);
  const pushes = present.filter(({ kind }) => kind === 'push');
  const before =
    pushes.find(({ value }) => value === address.value) ?? pushes.find(({ id }) => id === input.replaces) ?? null;
  if (!before && present.length >= MAX_METHODS) {
    return err(failure('conflict', `A person has at most ${MAX_METHODS} contact methods.`));
  }
  const isSame = before?.value === address.value && before.verifiedAt !== null;
  const after: ContactMethod = {
    id: before?.id ?? newId('contactMethod', random),
    userId: actor.id,
    kind: 'push',
    value: address.value,
    verifiedAt: before?.verifiedAt ?? now,
    // Whoever turned it off wants it off; a subscription that had ended is on again with the new one.
    enabled: isSame ? before.enabled : true,
    createdAt: before?.createdAt ?? now,
    updatedAt: isSame ? before.updatedAt : now,
  };
  const { name, installed } = input;
  const others = await othersWithSubscription(db, address.value, actor.id);
  const device = putDevice(db, { contactMethodId: after.id, name, installed, lastSeenAt: now });
  if (isSame && others.length === 0) {
    await device;
    return ok({ id: after.id });
  }
  await saveChange(context, {
    action: before ? 'device.repair' : 'device.add',
    targetKind: 'contact-method',
    targetId: after.id,
    before: before && auditOf(before),
    after: { ...auditOf(after), name, installed, takenFrom: others.map(({ userId }) => userId) },
    statements: [
      ...others.map(({ id }) => deleteContactMethod(db, id)),
      before ? updateContactMethod(db, after) : insertContactMethod(db, after),
      device,
    ],
    touches: others.length > 0 ? 'all' : { kind: 'USER', id: actor.id },
  });
  return ok({ id: after.id });
}

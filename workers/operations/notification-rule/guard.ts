import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { MAX_RULES, type NotificationRule, rulesOf } from '../../../db/repositories/notification-rules';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';

/** Null when the rule names a method of its own person and says something new. */
export async function refuseRule({ db }: Context, rule: NotificationRule): Promise<Failure | null> {
  const methods = await contactMethodsOf(db, rule.userId);
  if (!methods.some(({ id }) => id === rule.contactMethodId)) {
    return invalidField('contactMethodId', 'This person has no such contact method');
  }
  const others = (await rulesOf(db, rule.userId)).filter(({ id }) => id !== rule.id);
  if (others.length >= MAX_RULES) return failure('conflict', `A person has at most ${MAX_RULES} notification rules.`);
  const isSame = (other: NotificationRule) =>
    other.urgency === rule.urgency &&
    other.contactMethodId === rule.contactMethodId &&
    other.delayMinutes === rule.delayMinutes;
  return others.some(isSame) ? failure('conflict', 'This person has this notification rule already.') : null;
}

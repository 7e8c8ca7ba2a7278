import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { lastSuccesses } from '../../../db/repositories/method-successes';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { refuseUnlessOwn } from '../config/own';

/** When a message last got through to each contact method of a person; null: none has lately. Failures: forbidden. */
export async function successesOf(
  { actor, db }: Context,
  { userId }: { userId: string },
): Promise<Result<Record<string, Instant | null>>> {
  const refusal = refuseUnlessOwn(actor, userId);
  if (refusal) return err(refusal);
  const [methods, { pages, messages }] = await Promise.all([contactMethodsOf(db, userId), lastSuccesses(db, userId)]);
  const latest = methods.map(({ id, kind, value }): [string, Instant | null] => {
    const times = [
      ...pages.filter(({ methodId }) => methodId === id),
      ...messages.filter((one) => one.channel === kind && one.value === value),
    ].map(({ at }) => at);
    return [id, times.length > 0 ? Math.max(...times) : null];
  });
  return ok(Object.fromEntries(latest));
}

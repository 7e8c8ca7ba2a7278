import { networkOf } from '../../domain/access/address';
import type { LockoutSubject, LockoutVerdict } from '../../domain/access/lockout';
import { sha256Hex } from '../../domain/shared/hash';
import type { Context } from '../context';
import { within } from './within';

/** Sign-in goes on without the count when it takes longer: a lock-out must never keep the person on call out. */
const PATIENCE_MS = 500;

type Door = Pick<Context, 'env' | 'ip'>;

/**
 * Counts one try of `email` from the request's address and says whether it may be made. The address is asked first, so
 * that a locked address cannot go on locking accounts. Fails open after 500 ms (SEMANTICS 26).
 */
export async function countTry({ env, ip }: Door, email: string): Promise<LockoutVerdict> {
  const answer = await within(PATIENCE_MS, async () => {
    if (ip !== null) {
      const verdict = await counterOf(env, 'address', networkOf(ip)).attempt('address');
      if (!verdict.allowed) return verdict;
    }
    return counterOf(env, 'account', email).attempt('account');
  });
  return answer.answered ? answer.value : { allowed: true };
}

/** Tells the counters that the password was right. */
export async function forgiveTry({ env, ip }: Door, email: string): Promise<void> {
  await within(PATIENCE_MS, () =>
    Promise.all([
      counterOf(env, 'account', email).succeed('account'),
      ip === null ? undefined : counterOf(env, 'address', networkOf(ip)).succeed('address'),
    ]),
  );
}

const counterOf = (env: Context['env'], subject: LockoutSubject, name: string) =>
  env.LIMITS.get(env.LIMITS.idFromName(`${subject} ${sha256Hex(name)}`));

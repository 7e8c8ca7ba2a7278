import { setupFacts } from '../../../db/repositories/setup';
import { type Failure, failure } from '../../../domain/shared/errors';
import { equalInConstantTime, utf8 } from '../../access/bytes';
import type { Context } from '../../context';

/** The words of a wrong token and of an installation without one are the same. */
const wrongToken: Failure = failure('invalid', 'This is not the set-up token of this installation.', {
  fields: [{ path: 'token', message: 'Copy it from the console on which the product was started.' }],
});

const isRight = (given: string, token: string | null): boolean =>
  token !== null && equalInConstantTime(utf8(given), utf8(token));

/** Null when this is the set-up token and nobody has an account yet; it ends with the first account. */
export async function refuseSetup({ config, db }: Context, token: string): Promise<Failure | null> {
  if (!isRight(token, config.setupToken)) return wrongToken;
  const { users } = await setupFacts(db);
  return users ? failure('conflict', 'This installation has an owner already. Sign in instead.') : null;
}

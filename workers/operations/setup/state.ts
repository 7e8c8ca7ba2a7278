import { setupFacts } from '../../../db/repositories/setup';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { refuseSetup } from './token';

/** Whether somebody still has to become the owner, and what speaks against the given token; open to everybody. */
export type SetupState = { needsOwner: boolean; tokenProblem: string | null };

export async function setupState(context: Context, { token }: { token: string }): Promise<Result<SetupState>> {
  const { users } = await setupFacts(context.db);
  if (users) return ok({ needsOwner: false, tokenProblem: null });
  const refused = await refuseSetup(context, token);
  return ok({ needsOwner: true, tokenProblem: refused?.message ?? null });
}

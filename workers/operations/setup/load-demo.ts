import { SYSTEM } from '../../../domain/access/actor';
import { failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type DemoAccess, loadDemo } from '../demo/load';
import { refuseSetup } from './token';

/**
 * Makes the demo organisation instead of an owner; whoever holds the set-up token may, on loopback, while there is no
 * account. Failures: invalid (token), conflict (there is an account, or other data), not-found (not on loopback).
 */
export async function loadDemoAtSetup(context: Context, { token }: { token: string }): Promise<Result<DemoAccess>> {
  if (!context.config.isLocal) return err(failure('not-found', 'The demo organisation exists on loopback only.'));
  const refusal = await refuseSetup(context, token);
  if (refusal) return err(refusal);
  return loadDemo({ ...context, actor: SYSTEM, origin: 'seed' }, { force: false });
}

import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type SettingsView, storedSettings, viewOf } from './view';

/** The organisation's settings, with a warning where there is no last resort (SEMANTICS 2). Failures: forbidden. */
export async function getSettings(context: Context, _input: object = {}): Promise<Result<SettingsView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  return ok(viewOf(await storedSettings(context)));
}

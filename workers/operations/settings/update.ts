import type { Statement } from '../../../db/repositories/batch';
import { putLastResort, putOrganisation } from '../../../db/repositories/settings';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateSettingsInput } from '../../../domain/organisation/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { given } from '../config/given';
import { missingFailure, type NamedReference } from '../config/references';
import { saveChange } from '../config/save';
import { type SettingsView, storedSettings, viewOf } from './view';

/** Changes the organisation's settings; every plan holds them, so all are pushed. Failures: forbidden, invalid (targets). */
export async function updateSettings(context: Context, input: UpdateSettingsInput): Promise<Result<SettingsView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(input)));
  if (refusal) return err(refusal);
  const before = await storedSettings(context);
  const after = { ...before, ...given(input) };
  const statements: Statement[] = [];
  if (input.organisation) statements.push(putOrganisation(db, after.organisation, now));
  if (input.lastResort) statements.push(putLastResort(db, after.lastResort, now));
  if (statements.length === 0) return ok(viewOf(before));
  await saveChange(context, {
    action: 'settings.update',
    targetKind: 'settings',
    targetId: 'organisation',
    before,
    after,
    statements,
    touches: 'all',
  });
  return ok(viewOf(after));
}

const referencesOf = ({ lastResort = [] }: UpdateSettingsInput): NamedReference[] =>
  lastResort.map(({ kind, id }, i) => ({ kind, id, path: `lastResort/${i}/id` }));

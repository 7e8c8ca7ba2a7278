import { missingReferences, type Reference } from '../../../db/repositories/references';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { Context } from '../../context';

/** Something that an input names by id, and where it stands in the input ("steps/0/targets/1/id"). */
export type NamedReference = Reference & { path: string };

const NOUNS: Record<Reference['kind'], string> = {
  USER: 'person',
  TEAM: 'team',
  SCHEDULE: 'schedule',
  POLICY: 'escalation policy',
  SERVICE: 'service',
};

/** A reference in a field that may be left out or null. */
export const optional = (kind: Reference['kind'], id: string | null | undefined, path: string): NamedReference[] =>
  id ? [{ kind, id, path }] : [];

/** Null when everything that is named exists, else the failure that names each field. */
export async function missingFailure({ db }: Context, references: NamedReference[]): Promise<Failure | null> {
  const missing = await missingReferences(db, references);
  if (missing.length === 0) return null;
  return failure('invalid', 'This names something that does not exist.', {
    fields: missing.map(({ kind, path }) => ({ path, message: `There is no such ${NOUNS[kind]}` })),
  });
}

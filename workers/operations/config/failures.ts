import type { Use } from '../../../db/repositories/usage';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { Page } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';

/** A missing thing and a hidden one answer alike. */
export const notFound = (noun: string): Failure => failure('not-found', `There is no such ${noun}.`);

export const invalidField = (path: string, message: string): Failure =>
  failure('invalid', `${message}.`, { fields: [{ path, message }] });

/** A page as a result; repositories answer null for a cursor that they did not give out. */
export const pageResult = <T>(page: Page<T> | null): Result<Page<T>> =>
  page ? ok(page) : err(invalidField('cursor', 'This cursor is not from this list'));

const NOUNS: Record<Use['kind'], string> = {
  service: 'service',
  'escalation-policy': 'escalation policy',
  integration: 'integration',
  heartbeat: 'heartbeat',
  incident: 'open incident',
  setting: '',
};

/** Null when nothing uses it, else the failure that names who does. */
export function inUse(noun: string, name: string, uses: readonly Use[]): Failure | null {
  if (uses.length === 0) return null;
  const named = uses.map((use) => `${NOUNS[use.kind]} ${use.kind === 'setting' ? use.name : `“${use.name}”`}`.trim());
  return failure('in-use', `The ${noun} “${name}” is used by ${named.join(', ')}.`, { detail: { usedBy: uses } });
}

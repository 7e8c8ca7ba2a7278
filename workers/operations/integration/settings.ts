import type { FieldMapping } from '../../../domain/ingest/mapping';
import type { RoutingRule } from '../../../domain/ingest/routing/rule';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { NamedReference } from '../config/references';

/** The services that rules name, with where they stand. */
export const routedReferences = (rules: readonly RoutingRule[] = []): NamedReference[] =>
  rules.flatMap(({ serviceId }, index) =>
    serviceId ? [{ kind: 'SERVICE' as const, id: serviceId, path: `routingRules/${index}/serviceId` }] : [],
  );

/** Tools with an adapter say what they mean by themselves: only `webhook` takes a mapping. */
export function refuseSettings(type: string, { fieldMapping }: { fieldMapping?: FieldMapping | null }): Failure | null {
  if (!fieldMapping || type === 'webhook') return null;
  return failure('invalid', 'Only an integration of type webhook takes a field mapping.', {
    fields: [{ path: 'fieldMapping', message: 'Only for type webhook' }],
  });
}

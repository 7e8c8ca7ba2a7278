import type { NamedReference } from '../config/references';

/** The services that a webhook is about. */
export const referencesOf = ({ serviceIds = [] }: { serviceIds?: string[] | undefined }): NamedReference[] =>
  serviceIds.map((id, i) => ({ kind: 'SERVICE' as const, id, path: `serviceIds/${i}` }));

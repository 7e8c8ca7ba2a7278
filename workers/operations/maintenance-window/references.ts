import type { NamedReference } from '../config/references';

/** The services that a window names. */
export const referencesOf = ({ serviceIds = [] }: { serviceIds?: string[] | undefined }): NamedReference[] =>
  serviceIds.map((id, i) => ({ kind: 'SERVICE' as const, id, path: `serviceIds/${i}` }));

import type { Adapter } from './adapter';
import { events } from './events';
import { prometheus } from './prometheus';

/** Every integration type that is understood, in the order of the catalogue. */
export const INTEGRATION_TYPES = ['prometheus', 'events'] as const;
export type IntegrationType = (typeof INTEGRATION_TYPES)[number];

export const ADAPTERS: Record<IntegrationType, Adapter> = { prometheus, events };

/** The adapter of a type as it stands in a URL; null for an unknown word. */
export const adapterFor = (type: string): Adapter | null =>
  Object.hasOwn(ADAPTERS, type) ? ADAPTERS[type as IntegrationType] : null;

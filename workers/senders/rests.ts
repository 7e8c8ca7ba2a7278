import type { ProviderRests } from './send';

/** This isolate's memory of providers that rest (SEMANTICS 26). */
export const providerRests: ProviderRests = new Map();

/** The same of messages to many: a provider that has had enough of those goes on being asked to carry pages. */
export const bulkRests: ProviderRests = new Map();

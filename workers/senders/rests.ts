import type { ProviderRests } from './send';

/** This isolate's memory of providers that rest (SEMANTICS 26). */
export const providerRests: ProviderRests = new Map();

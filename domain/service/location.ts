/** Where Cloudflare may be asked to keep an object (Durable Objects, `locationHint`): a wish, and only heard once. */
export const LOCATION_HINTS = ['wnam', 'enam', 'sam', 'weur', 'eeur', 'apac', 'oc', 'afr', 'me'] as const;
export type LocationHint = (typeof LOCATION_HINTS)[number];

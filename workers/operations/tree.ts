import type { Bound } from './bind';

/** Every operation by noun and verb; the one way in for web, API and everything else. */
export const operations = {};

export type Operations = Bound<typeof operations>;

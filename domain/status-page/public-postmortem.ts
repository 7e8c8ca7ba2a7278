import type { Instant } from '../shared/time';

// A part of the whitelist (`public.ts`): all that a visitor may come to know of a postmortem.

export type PublicPostmortem = {
  id: string;
  /** Of the report under which it stands; null: none. */
  reportId: string | null;
  title: string;
  summary: string;
  body: string;
  publishedAt: Instant;
  updatedAt: Instant;
};

/** Field by field, so that nothing else comes along. */
export const publicPostmortemOf = (one: PublicPostmortem): PublicPostmortem => ({
  id: one.id,
  reportId: one.reportId,
  title: one.title,
  summary: one.summary,
  body: one.body,
  publishedAt: one.publishedAt,
  updatedAt: one.updatedAt,
});

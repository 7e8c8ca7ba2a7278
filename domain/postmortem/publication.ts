import * as z from 'zod';
import type { ActorRef } from '../access/actor';
import type { Visibility } from '../incident/incident';
import { idField, lineField, textField } from '../shared/input';
import type { Instant } from '../shared/time';
import type { PublicPostmortem } from '../status-page/public-postmortem';
import type { Postmortem, PostmortemStatus } from './postmortem';

/** What visitors of one status page may read of a postmortem; kept as it was written for them. */
export type Publication = PublicPostmortem & { postmortemId: string; pageId: string; publishedBy: ActorRef };

export const publicationInput = z.object({
  pageId: idField,
  /** A published report of that page, under which it stands. */
  reportId: idField.nullable().default(null),
  title: lineField(500),
  summary: textField(2_000).refine((text) => text.trim() !== '', 'Say in a few sentences what happened'),
  body: textField(50_000).default(''),
});
export type PublicationInput = z.output<typeof publicationInput>;

/** Why a postmortem cannot be shown to visitors, as a sentence; null: it can. */
export function whyNotPublic(
  { status }: { status: PostmortemStatus },
  incidentVisibility: Visibility | null,
): string | null {
  if (incidentVisibility === 'PRIVATE') return 'Its incident is private, and nothing of it may be told outside.';
  if (status !== 'PUBLISHED')
    return 'Publish it for the organisation first, so that it is read before visitors read it.';
  return null;
}

/** What markdown says without its marks: a status page shows text as it was written. */
const plainOf = (markdown: string): string =>
  markdown
    .replaceAll(/^#{1,6}\s+/gm, '')
    .replaceAll(/(\*\*|__|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replaceAll(/\[([^\]]*)\]\(([^)\s]+)\)/g, '$1 ($2)')
    .trim();

/** Where the form begins: nothing but the sections that tell of effects and remedies, for somebody to rewrite. */
export function suggestedWords({ title, sections }: Pick<Postmortem, 'title' | 'sections'>): {
  title: string;
  summary: string;
  body: string;
} {
  const body = [sections.impact, sections.resolution].map(plainOf).filter((text) => text !== '');
  return { title, summary: plainOf(sections.summary).slice(0, 2_000), body: body.join('\n\n') };
}

/** The one that visitors see after this input; its id and first day stay when it is written anew. */
export function publicationOf(
  input: PublicationInput,
  made: { id: string; postmortemId: string; by: ActorRef; now: Instant; before: Publication | null },
): Publication {
  const { title, summary, body, pageId, reportId } = input;
  return {
    id: made.before?.id ?? made.id,
    postmortemId: made.postmortemId,
    pageId,
    reportId,
    title,
    summary: summary.trim(),
    body: body.trim(),
    publishedBy: made.by,
    publishedAt: made.before?.publishedAt ?? made.now,
    updatedAt: made.now,
  };
}

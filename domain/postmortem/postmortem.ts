import type { ActorRef } from '../access/actor';
import type { TimelineEntry, TimelineKind } from '../incident/timeline';
import type { Instant } from '../shared/time';

export const POSTMORTEM_STATUSES = ['DRAFT', 'PUBLISHED', 'ARCHIVED'] as const;
export type PostmortemStatus = (typeof POSTMORTEM_STATUSES)[number];

/** Its parts in the order in which they are read; all markdown. */
export const SECTIONS = ['summary', 'impact', 'rootCause', 'resolution', 'lessons'] as const;
export type SectionName = (typeof SECTIONS)[number];
export type Sections = Record<SectionName, string>;

export const SECTION_WORDS: Record<SectionName, string> = {
  summary: 'Summary',
  impact: 'Impact',
  rootCause: 'Root cause',
  resolution: 'Resolution',
  lessons: 'Lessons',
};

/** One line of its timeline: an event of the incident, or one that somebody wrote. */
export type PostmortemEvent = { id: string; at: Instant; text: string; kept: boolean };

export type Postmortem = {
  id: string;
  incidentId: string;
  incidentNumber: number | null;
  serviceId: string;
  title: string;
  status: PostmortemStatus;
  sections: Sections;
  events: PostmortemEvent[];
  impactStartAt: Instant | null;
  impactEndAt: Instant | null;
  reviewers: string[];
  createdBy: ActorRef;
  createdAt: Instant;
  updatedAt: Instant;
  publishedAt: Instant | null;
  version: number;
};

/** Lines that a reader needs; the rest of a timeline can be taken in by hand. */
const KEPT: ReadonlySet<TimelineKind> = new Set([
  'opened',
  'urgency-raised',
  'escalated',
  'last-resort-paged',
  'nobody-paged',
  'acknowledged',
  'acknowledgement-lapsed',
  'reassigned',
  'responder-joined',
  'snoozed',
  'note-added',
  'alert-resolved',
  'resolved',
  'reopened',
] as const);

/** Whether a line of the incident's timeline is in a draft from the start: step 2 and beyond are, step 1 is not. */
export const isKeptAtFirst = ({ kind, detail }: Pick<TimelineEntry, 'kind' | 'detail'>): boolean =>
  KEPT.has(kind) || (kind === 'step-fired' && Number(detail.step) > 1);

/** What may follow each status. Publishing needs a summary. */
const FOLLOWS: Record<PostmortemStatus, readonly PostmortemStatus[]> = {
  DRAFT: ['PUBLISHED', 'ARCHIVED'],
  PUBLISHED: ['DRAFT', 'ARCHIVED'],
  ARCHIVED: ['DRAFT'],
};

/** Why a postmortem cannot become `to`, as a sentence; null: it can. */
export function whyNot(one: Pick<Postmortem, 'status' | 'sections'>, to: PostmortemStatus): string | null {
  if (one.status === to) return null;
  if (!FOLLOWS[one.status].includes(to)) return `It is ${one.status} and cannot become ${to} from there.`;
  if (to === 'PUBLISHED' && one.sections.summary.trim() === '') return 'Write a summary before publishing it.';
  return null;
}

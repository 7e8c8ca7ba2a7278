import {
  ANNOUNCEMENT_KINDS,
  type AnnouncementKind,
  type IncidentAnnouncement,
  OUTLETS,
  type Outlet,
} from '../incident/announcement';
import { summaryOf } from '../incident/projection';
import type { IncidentState } from '../incident/state';
import type { TimelineEntry } from '../incident/timeline';
import { hashedId } from '../shared/hash';
import type { Change, Effect } from './change';

const isAnnounced = (kind: string): kind is AnnouncementKind =>
  (ANNOUNCEMENT_KINDS as readonly string[]).includes(kind);

/** What a line of the logbook is outside, if anything. The last resort is news once, not every five minutes. */
function newsOf(
  { kind, detail }: TimelineEntry,
  wasLastResort: boolean,
): [AnnouncementKind, TimelineEntry['detail']] | null {
  if (isAnnounced(kind)) return [kind, detail];
  const { step, cycle, people } = detail;
  if (kind === 'step-fired' && (Number(step) > 1 || Number(cycle) > 1)) return ['escalated', { step, cycle, people }];
  if (kind === 'last-resort-paged' && !wasLastResort) return ['escalated', { step: null, people }];
  return null;
}

/** The incident as it stands after the change, as the world outside may see it. */
function incidentOf({ state, plan }: Change): IncidentAnnouncement['incident'] {
  const [first] = Object.values(state.alerts);
  return {
    ...summaryOf(state, plan),
    description: state.description,
    teamId: plan.service.teamId,
    source: state.source,
    sourceLink: state.sourceLink,
    labels: first?.labels ?? {},
    runbookUrl: plan.service.runbookUrl,
  };
}

/**
 * What a change is worth telling outside, read off the lines it has logged, at most one announcement of a kind. An
 * escalation by hand and the step it fires are one, under the name of whoever asked. `before` is null for an incident
 * that opens.
 */
export function announcementsOf(change: Change, before: IncidentState | null): IncidentAnnouncement[] {
  const { state, plan, timeline } = change;
  const wasLastResort = before !== null && 'last-resort' in before.timers;
  const told = new Map<AnnouncementKind, IncidentAnnouncement>();
  for (const entry of timeline) {
    const news = newsOf(entry, wasLastResort);
    if (!news) continue;
    const [kind, detail] = news;
    const known = told.get(kind);
    told.set(kind, {
      id: hashedId('ann', [state.id, state.seq, kind]),
      kind,
      seq: state.seq,
      at: entry.at,
      actor: known?.actor ?? entry.actor,
      detail: { ...known?.detail, ...detail },
      organisation: { name: plan.organisation.name },
      incident: incidentOf(change),
      url: `${plan.organisation.appUrl}/incidents/${state.id}`,
    });
  }
  return [...told.values()];
}

/** What a channel is left with when an incident becomes private: that there was one. */
const withheld = (event: IncidentAnnouncement): IncidentAnnouncement => ({
  ...event,
  incident: {
    ...event.incident,
    ...{ title: 'Private incident', description: null, dedupKey: '', assignee: null, priority: null },
    ...{ source: null, sourceLink: null, labels: {}, runbookUrl: null },
  },
});

/**
 * Which outlets learn of an event. Of a PRIVATE incident only its watchers do (SEMANTICS 17), but a message that stands
 * in a channel since it was public is emptied.
 */
function told(event: IncidentAnnouncement): [Outlet, IncidentAnnouncement][] {
  if (event.incident.visibility === 'PUBLIC') return OUTLETS.map((outlet) => [outlet, event]);
  const watchers: [Outlet, IncidentAnnouncement] = ['watchers', event];
  return event.kind === 'visibility-changed' ? [['slack', withheld(event)], watchers] : [watchers];
}

/** One effect for each announcement and outlet. They come after the pages: nobody waits for the news. */
export const announce = (change: Change, before: IncidentState | null): Effect[] =>
  announcementsOf(change, before)
    .flatMap(told)
    .map(([outlet, event]) => ({ kind: 'announce', outlet, event }));

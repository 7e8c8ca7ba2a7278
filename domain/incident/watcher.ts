import * as z from 'zod';
import { idField } from '../shared/input';
import type { AnnouncementKind, IncidentAnnouncement } from './announcement';
import { WATCHER_ROLES, type WatcherRole } from './watcher-roles';

export { WATCHER_ROLES, type WatcherRole };

/** Somebody who is told of an incident without being paged for it. */
export type Watcher = { userId: string; name: string; role: WatcherRole };

export const watcherInput = z.object({ userId: idField, role: z.enum(WATCHER_ROLES).default('FOLLOWER') });
export type WatcherInput = z.output<typeof watcherInput>;

/** All that watch a service's incidents from their opening. */
export const serviceWatchersInput = z.object({ watchers: z.array(watcherInput).max(50) });
export type ServiceWatchersInput = z.output<typeof serviceWatchersInput>;

const TURNS: AnnouncementKind[] = ['opened', 'acknowledged', 'escalated', 'urgency-raised', 'resolved', 'reopened'];
const BEGINS_OR_ENDS: AnnouncementKind[] = ['opened', 'urgency-raised', 'resolved', 'reopened'];

type Event = Pick<IncidentAnnouncement, 'kind' | 'detail'> & {
  incident: Pick<IncidentAnnouncement['incident'], 'urgency' | 'priority'>;
};

const isGrave = ({ incident: { urgency, priority } }: Event): boolean =>
  priority === null ? urgency === 'HIGH' : priority === 'P1' || priority === 'P2';

/** Whether a watcher of this role is told of an event. The last resort being paged is news for everybody. */
export function hears(role: WatcherRole, event: Event): boolean {
  switch (role) {
    case 'FOLLOWER':
      return true;
    case 'STAKEHOLDER':
      return TURNS.includes(event.kind);
    case 'EXEC':
      return isGrave(event) && (BEGINS_OR_ENDS.includes(event.kind) || isLastResort(event));
  }
}

const isLastResort = ({ kind, detail }: Event): boolean => kind === 'escalated' && detail.step === null;

/**
 * Who is told of an event: by their role, but never of what they did themselves. Whoever was paged is told of the end as
 * such.
 */
export function listenersOf<W extends Watcher>(
  watchers: readonly W[],
  event: IncidentAnnouncement,
  paged: ReadonlySet<string>,
): W[] {
  const isBy = (id: string): boolean => event.actor.kind === 'user' && event.actor.id === id;
  return watchers.filter(
    ({ userId, role }) => hears(role, event) && !isBy(userId) && !(event.kind === 'resolved' && paged.has(userId)),
  );
}

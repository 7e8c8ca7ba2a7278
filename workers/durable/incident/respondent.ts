import { summaryOf } from '../../../domain/incident/projection';
import type { Notification } from '../../../domain/notification/notification';
import type { Respondent } from '../ports';
import type { Stored } from './store';

/** Whom a notification of this incident went to, of any wave; null for one that is none of its own. */
export function respondentOf(sql: SqlStorage, { state, plan }: Stored, notificationId: string): Respondent | null {
  const [row] = sql
    .exec<{ notification: string }>('SELECT notification FROM notifications WHERE id = ?', notificationId)
    .toArray();
  if (!row) return null;
  const { userId, userName, methodId, channel, to, content } = JSON.parse(row.notification) as Notification;
  const status = plan.people[userId]?.status ?? null;
  return { userId, userName, methodId, channel, to, content, status, summary: summaryOf(state, plan) };
}

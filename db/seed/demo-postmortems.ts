import { dayOf, dayText } from '../../domain/analytics/day';
import type { ActionItem, ActionItemStatus } from '../../domain/postmortem/action-item';
import { eventWords } from '../../domain/postmortem/event-words';
import {
  isKeptAtFirst,
  type Postmortem,
  type PostmortemStatus,
  type Sections,
} from '../../domain/postmortem/postmortem';
import { DAY, HOUR, type Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { insertActionItem } from '../repositories/action-items';
import type { Statement } from '../repositories/batch';
import { deletePostmortems, insertPostmortem } from '../repositories/postmortems';
import type { PastIncident } from './history';

type Item = {
  title: string;
  ownerId: string | null;
  dueInDays: number | null;
  priority: 'P1' | 'P2' | 'P3';
  status: ActionItemStatus;
};

type Script = {
  id: string;
  /** Of the newest incident of this alert that a person resolved. */
  key: string;
  status: PostmortemStatus;
  sections: Sections;
  reviewers: string[];
  author: { id: string; name: string };
  items: Item[];
};

const SCRIPTS: readonly Script[] = [
  {
    id: 'pm_demo_imbalance',
    key: 'ledger-imbalance',
    status: 'PUBLISHED',
    author: { id: 'usr_demo_kwame', name: 'Kwame Mensah' },
    reviewers: ['usr_demo_priya', 'usr_demo_ana'],
    sections: {
      summary:
        'Two refunds were booked once instead of twice, so that debits and credits differed by 184.20 EUR. **No customer lost money**; payouts waited while the difference was looked for.',
      impact: 'Payouts of one morning left late. 212 merchants, no lost payment.',
      rootCause:
        'The refund worker was stopped between its two bookings by a deploy. It takes its message again, but skips what it thinks is done:\n\n1. the first booking was there,\n2. its key was that of the whole refund,\n3. so the second was skipped.',
      resolution: 'Both refunds were corrected by hand, with two people looking.',
      lessons:
        'What went well: the check found it within the hour.\n\nWhat went badly: nobody knew how to stop payouts alone, and the runbook said nothing of it.',
    },
    items: [
      {
        title: 'Give each booking of a refund a key of its own',
        ownerId: 'usr_demo_priya',
        dueInDays: -3,
        priority: 'P1',
        status: 'IN_PROGRESS',
      },
      {
        title: 'Write down how payouts are stopped',
        ownerId: 'usr_demo_kwame',
        dueInDays: 6,
        priority: 'P2',
        status: 'OPEN',
      },
      {
        title: 'Run the check of balances every ten minutes',
        ownerId: 'usr_demo_lucia',
        dueInDays: -20,
        priority: 'P2',
        status: 'COMPLETED',
      },
    ],
  },
  {
    id: 'pm_demo_checkout',
    key: 'checkout-errors',
    status: 'DRAFT',
    author: { id: 'usr_demo_lucia', name: 'Lucía Herrera' },
    reviewers: ['usr_demo_kwame'],
    sections: {
      summary: 'Checkout answered part of all orders with an error until it was mended.',
      impact: '',
      rootCause: '',
      resolution: '',
      lessons: '',
    },
    items: [
      {
        title: 'Alert on the error rate by payment method',
        ownerId: null,
        dueInDays: null,
        priority: 'P3',
        status: 'OPEN',
      },
      {
        title: 'Ask the payment provider for a status webhook',
        ownerId: 'usr_demo_lucia',
        dueInDays: 12,
        priority: 'P3',
        status: 'BLOCKED',
      },
    ],
  },
];

/** Postmortems of two of the past incidents, in place of those of an earlier load. */
export function insertDemoPostmortems(db: Db, past: readonly PastIncident[], now: Instant): Statement[] {
  const statements: Statement[] = [removeDemoPostmortems(db)];
  for (const script of SCRIPTS) {
    const incident = past.findLast(({ alert, assignee }) => alert.key === script.key && assignee !== null);
    if (!incident) continue;
    statements.push(insertPostmortem(db, postmortemOf(script, incident)));
    for (const [i, item] of script.items.entries()) statements.push(insertActionItem(db, itemOf(script, item, i, now)));
  }
  return statements;
}

export const removeDemoPostmortems = (db: Db): Statement =>
  deletePostmortems(
    db,
    SCRIPTS.map(({ id }) => id),
  );

function postmortemOf({ id, status, sections, reviewers, author }: Script, incident: PastIncident): Postmortem {
  const writtenAt = incident.resolvedAt + 20 * HOUR;
  return {
    id,
    incidentId: incident.id,
    incidentNumber: incident.number,
    serviceId: incident.alert.serviceId,
    title: incident.alert.title,
    status,
    sections,
    events: incident.events
      .filter(({ kind }) => !kind.startsWith('notification-'))
      .map((event, i) => ({ id: `tle_demo_${i}`, at: event.at, text: eventWords(event), kept: isKeptAtFirst(event) })),
    impactStartAt: incident.openedAt,
    impactEndAt: incident.resolvedAt,
    reviewers,
    createdBy: { kind: 'user', ...author },
    createdAt: writtenAt,
    updatedAt: writtenAt + DAY,
    publishedAt: status === 'PUBLISHED' ? writtenAt + DAY : null,
    version: 3,
  };
}

function itemOf({ id }: Script, { dueInDays, ...item }: Item, i: number, now: Instant): ActionItem {
  return {
    id: `act_demo_${id.slice('pm_demo_'.length)}_${i + 1}`,
    postmortemId: id,
    ...item,
    dueOn: dueInDays === null ? null : dayText(dayOf(now) + dueInDays),
    createdAt: now - 30 * DAY + i,
    updatedAt: now - 10 * DAY,
    completedAt: item.status === 'COMPLETED' ? now - 22 * DAY : null,
    // Nobody of the demo is written to.
    remindAt: null,
  };
}

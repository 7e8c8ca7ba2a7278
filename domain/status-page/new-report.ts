import type { Instant } from '../shared/time';
import type { CreateReportInput } from './input';
import { impactOf, type ReportUpdate, type StatusReport, statusesOf, withUpdate } from './report';

type Given = {
  id: string;
  pageId: string;
  updateId: string;
  incidentId: string | null;
  maintenanceWindowId: string | null;
  now: Instant;
  by: string;
};

/** A report as it begins, with its first update: published at once, unless it is a draft or is to wait. */
export function newReport(
  input: CreateReportInput,
  { id, pageId, updateId, incidentId, maintenanceWindowId, now, by }: Given,
): { report: StatusReport; update: ReportUpdate } {
  const isDraft = input.draft || input.publishAt !== null;
  const isWork = input.kind === 'maintenance';
  const status = input.status ?? statusesOf(input.kind)[0] ?? 'investigating';
  const update: ReportUpdate = {
    id: updateId,
    reportId: id,
    status,
    body: input.body,
    components: input.components,
    notify: input.notify,
    at: now,
    by,
  };
  const begun: StatusReport = {
    id,
    pageId,
    kind: input.kind,
    title: input.title,
    status,
    impact: isWork ? 'maintenance' : (input.impact ?? impactOf(input.kind, input.components)),
    components: [],
    incidentId,
    startsAt: input.startsAt ?? now,
    endsAt: isWork ? input.endsAt : null,
    autoStart: input.autoStart,
    autoEnd: input.autoEnd,
    maintenanceWindowId,
    nextUpdateAt: input.nextUpdateAt,
    publishAt: isDraft ? input.publishAt : null,
    publishedAt: isDraft ? null : now,
    monitoringAt: null,
    resolvedAt: null,
    createdAt: now,
    updatedAt: now,
  };
  return { report: withUpdate(begun, update), update };
}

import { type Instant, MINUTE } from '../shared/time';
import type { ComponentState } from './component';

export const REPORT_KINDS = ['incident', 'maintenance'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'] as const;
export const MAINTENANCE_STATUSES = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;
export const REPORT_STATUSES = [...INCIDENT_STATUSES, ...MAINTENANCE_STATUSES] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const IMPACTS = ['none', 'minor', 'major', 'critical', 'maintenance'] as const;
export type Impact = (typeof IMPACTS)[number];

/** What a report says of one component from one of its updates on. */
export type ReportedState = { componentId: string; state: ComponentState };

export type ReportUpdate = {
  id: string;
  reportId: string;
  status: ReportStatus;
  body: string;
  /** What became of the components with this update; empty: nothing. */
  components: readonly ReportedState[];
  /** Whether subscribers are told. */
  notify: boolean;
  at: Instant;
  by: string;
};

/** A word of ours to visitors: about trouble, or about work that is planned. */
export type StatusReport = {
  id: string;
  pageId: string;
  kind: ReportKind;
  title: string;
  status: ReportStatus;
  impact: Impact;
  /** As its latest update has it. */
  components: readonly ReportedState[];
  /** The incident it was made from; never shown to visitors. */
  incidentId: string | null;
  /** When the trouble began, or the work begins. */
  startsAt: Instant;
  /** When planned work ends; null for trouble. */
  endsAt: Instant | null;
  autoStart: boolean;
  autoEnd: boolean;
  /** The window that holds pages during the work. */
  maintenanceWindowId: string | null;
  nextUpdateAt: Instant | null;
  /** When a draft is published by itself; null: by hand. */
  publishAt: Instant | null;
  /** Null: a draft, which no visitor sees. */
  publishedAt: Instant | null;
  monitoringAt: Instant | null;
  resolvedAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

const OVER: ReadonlySet<ReportStatus> = new Set(['resolved', 'postmortem', 'completed']);
export const isOver = ({ status }: Pick<StatusReport, 'status'>): boolean => OVER.has(status);
export const isActive = ({ status }: Pick<StatusReport, 'status'>): boolean =>
  !OVER.has(status) && status !== 'scheduled';

export const statusesOf = (kind: ReportKind): readonly ReportStatus[] =>
  kind === 'incident' ? INCIDENT_STATUSES : MAINTENANCE_STATUSES;

/** What a report says of its components now: nothing before work has begun and after it is over. */
export const reportedStates = (report: Pick<StatusReport, 'status' | 'components' | 'publishedAt'>): ReportedState[] =>
  report.publishedAt !== null && isActive(report) ? [...report.components] : [];

const SEVERITY: Record<ComponentState, Impact> = {
  OPERATIONAL: 'none',
  MAINTENANCE: 'maintenance',
  DEGRADED: 'minor',
  PARTIAL_OUTAGE: 'major',
  MAJOR_OUTAGE: 'critical',
};

/** The impact of a report whose writer left it open: that of its worst component. */
export function impactOf(kind: ReportKind, components: readonly ReportedState[]): Impact {
  if (kind === 'maintenance') return 'maintenance';
  return components.reduce<Impact>((impact, { state }) => {
    const next = SEVERITY[state];
    return IMPACTS.indexOf(next) > IMPACTS.indexOf(impact) && next !== 'maintenance' ? next : impact;
  }, 'none');
}

/** The report after an update of it. Monitoring and the end are noted when they come first. */
export function withUpdate(report: StatusReport, update: ReportUpdate): StatusReport {
  const { status, at, components } = update;
  const isEnd = OVER.has(status);
  const changed = new Map(report.components.map((one) => [one.componentId, one]));
  for (const one of components) changed.set(one.componentId, one);
  return {
    ...report,
    status,
    components: [...changed.values()],
    monitoringAt: status === 'monitoring' ? (report.monitoringAt ?? at) : report.monitoringAt,
    resolvedAt: isEnd ? (report.resolvedAt ?? at) : null,
    nextUpdateAt: isEnd ? null : report.nextUpdateAt,
    updatedAt: Math.max(report.updatedAt, at),
  };
}

export type DueStep = { kind: 'publish' } | { kind: 'start' } | { kind: 'end' };

/**
 * What the time makes of a report by itself, and when; the earliest first, null: nothing is due. Work that was planned
 * into the past begins and ends all the same, so that nothing stays announced for ever.
 */
export function nextStep(report: StatusReport): { at: Instant; step: DueStep } | null {
  if (report.publishedAt === null) {
    return report.publishAt === null ? null : { at: report.publishAt, step: { kind: 'publish' } };
  }
  if (report.kind !== 'maintenance' || isOver(report)) return null;
  if (report.status === 'scheduled') return report.autoStart ? { at: report.startsAt, step: { kind: 'start' } } : null;
  return report.autoEnd && report.endsAt !== null ? { at: report.endsAt, step: { kind: 'end' } } : null;
}

/** How long a next update may be overdue before the page stops promising it. */
export const PROMISE_PATIENCE = 60 * MINUTE;

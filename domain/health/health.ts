import { HOUR, type Instant, MINUTE, SECOND } from '../shared/time';

/**
 * What is sampled: how late an alarm was (ms), that a queue did not take a message, how far the read model was behind
 * when it caught up (ms; only what took longer than `LAG_WORTH_NOTING`), that an object's storage was full.
 */
export const SAMPLE_KINDS = ['alarm-late', 'queue-failed', 'projection-lag', 'storage-full'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

/** What is noted when it was last done; `clean-sweep`: one in which everything could be reached. */
export const MARKS = ['sweep', 'clean-sweep'] as const;
export type Mark = (typeof MARKS)[number];

export const SAMPLES_KEPT_MS = HOUR;
export const LAG_WORTH_NOTING = 2 * SECOND;

export type HealthFacts = {
  now: Instant;
  marks: Partial<Record<Mark, Instant>>;
  samples: readonly { kind: SampleKind; value: number }[];
  /** When the page that has waited longest to be sent was made; null: none waits. */
  oldestUnsentAt: Instant | null;
  providerErrors: readonly { provider: string; count: number }[];
};

export type Level = 'ok' | 'warning' | 'danger';

/** Milliseconds, except `count`, `failures` and `times`. Null: there was nothing to measure. */
export type HealthReport = {
  level: Level;
  sweep: { level: Level; lastAt: Instant | null; lastCleanAt: Instant | null };
  unsent: { level: Level; ageMs: number | null };
  alarms: { level: Level; count: number; p50Ms: number | null; p99Ms: number | null };
  queues: { level: Level; failures: number };
  projection: { level: Level; mostMs: number | null };
  providers: { level: Level; errors: readonly { provider: string; count: number }[] };
  storage: { level: Level; times: number };
};

/** The sweep comes each minute: after three without one it has stopped. */
const SWEEP_STOPPED_MS = 3 * MINUTE;
/** A page is looked after at 30 s; when it still waits at two minutes, every net has failed to get it out. */
const UNSENT_LATE_MS = 30 * SECOND;
const UNSENT_LOST_MS = 2 * MINUTE;
/** The platform may fire an alarm up to a minute late; what is more was made up for by the sweep. */
const ALARM_LATE_MS = 5 * SECOND;
const ALARM_LOST_MS = MINUTE;
const LAG_MS = MINUTE;

/** The value below which a share of them lies (nearest rank); null for none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

const levelBy = (value: number | null, warning: number, danger: number): Level =>
  value === null || value <= warning ? 'ok' : value <= danger ? 'warning' : 'danger';

function sweepLevel(lastAt: Instant | null, lastCleanAt: Instant | null, now: Instant): Level {
  if (lastAt === null) return 'warning';
  if (now - lastAt > SWEEP_STOPPED_MS) return 'danger';
  return lastCleanAt === null || now - lastCleanAt > SWEEP_STOPPED_MS ? 'warning' : 'ok';
}

/** How the installation stands, from what it noticed of itself in the last hour; the worst part decides. */
export function healthOf({ now, marks, samples, oldestUnsentAt, providerErrors }: HealthFacts): HealthReport {
  const valuesOf = (kind: SampleKind) => samples.filter((one) => one.kind === kind).map(({ value }) => value);
  const lastAt = marks.sweep ?? null;
  const lastCleanAt = marks['clean-sweep'] ?? null;
  const ageMs = oldestUnsentAt === null ? null : Math.max(0, now - oldestUnsentAt);
  const late = valuesOf('alarm-late');
  const p99Ms = percentile(late, 0.99);
  const failures = valuesOf('queue-failed').length;
  const mostMs = percentile(valuesOf('projection-lag'), 1);
  const times = valuesOf('storage-full').length;
  const parts = {
    sweep: { level: sweepLevel(lastAt, lastCleanAt, now), lastAt, lastCleanAt },
    unsent: { level: levelBy(ageMs, UNSENT_LATE_MS, UNSENT_LOST_MS), ageMs },
    alarms: {
      level: levelBy(p99Ms, ALARM_LATE_MS, ALARM_LOST_MS),
      count: late.length,
      p50Ms: percentile(late, 0.5),
      p99Ms,
    },
    queues: { level: failures > 0 ? ('warning' as const) : ('ok' as const), failures },
    projection: { level: levelBy(mostMs, LAG_MS, Number.POSITIVE_INFINITY), mostMs },
    providers: { level: providerErrors.length > 0 ? ('warning' as const) : ('ok' as const), errors: providerErrors },
    storage: { level: times > 0 ? ('danger' as const) : ('ok' as const), times },
  };
  const levels = Object.values(parts).map(({ level }) => level);
  const level = levels.includes('danger') ? 'danger' : levels.includes('warning') ? 'warning' : 'ok';
  return { level, ...parts };
}

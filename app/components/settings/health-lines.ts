import { duration, timeAgo } from '~/lib/time';
import type { HealthReport, Level } from '../../../domain/health/health';
import type { Instant } from '../../../domain/shared/time';

type Clock = { now: Instant; locale: string; timeZone: string };

/** One line of the health screen: what is looked at, how it stands, and what to do where something is wrong. */
export type HealthLine = { name: string; level: Level; value: string; advice: string | null };

const NOTHING = 'nothing in the last hour';
const SECOND = 1000;

const span = (ms: number, locale: string): string => (ms < SECOND ? `${Math.round(ms)} ms` : duration(ms, locale));

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function sweepLine({ level, lastAt, lastCleanAt }: HealthReport['sweep'], clock: Clock): HealthLine {
  const value = lastAt === null ? 'never' : timeAgo(lastAt, clock.now, clock);
  const advice: Record<Level, string | null> = {
    ok: null,
    warning:
      lastAt === null
        ? 'It comes each minute; the first one is still to come.'
        : `Something could not be reached. The last clean one: ${lastCleanAt === null ? 'never' : timeAgo(lastCleanAt, clock.now, clock)}.`,
    danger: 'The sweep has stopped. Alarms page on, and nobody looks after what they miss: check the cron trigger.',
  };
  return { name: 'Last sweep', level, value, advice: advice[level] };
}

function unsentLine({ level, ageMs }: HealthReport['unsent'], { locale }: Clock): HealthLine {
  const value = ageMs === null ? 'none waits' : `waits for ${span(ageMs, locale)}`;
  const advice = level === 'ok' ? null : 'Look at Deliveries for the page and its error.';
  return { name: 'Oldest unsent page', level, value, advice };
}

function alarmLine({ level, count, p50Ms, p99Ms }: HealthReport['alarms'], { locale }: Clock): HealthLine {
  const value =
    p50Ms === null || p99Ms === null
      ? NOTHING
      : `half within ${span(p50Ms, locale)}, 99 % within ${span(p99Ms, locale)}, of ${counted(count, 'alarm', 'alarms')}`;
  const advice = level === 'ok' ? null : 'Steps fire late. The sweep makes up for alarms that the platform has lost.';
  return { name: 'Lateness of alarms', level, value, advice };
}

/** Everything that is looked at, in the order of the screen. */
export function healthLines(report: HealthReport, clock: Clock): HealthLine[] {
  const { queues, projection, providers, storage } = report;
  const errors = providers.errors.map(({ provider, count }) => `${provider} ${count}`).join(', ');
  const { locale } = clock;
  return [
    sweepLine(report.sweep, clock),
    unsentLine(report.unsent, clock),
    alarmLine(report.alarms, clock),
    {
      name: 'Queues',
      level: queues.level,
      value:
        queues.failures === 0 ? 'took every message' : `refused ${counted(queues.failures, 'message', 'messages')}`,
      advice: queues.level === 'ok' ? null : 'Pages that no queue takes are sent directly after 30 seconds.',
    },
    {
      name: 'Read model',
      level: projection.level,
      value:
        projection.mostMs === null
          ? 'never behind by more than 2 s'
          : `was behind by up to ${span(projection.mostMs, locale)}`,
      advice: projection.level === 'ok' ? null : 'Lists were old for that long; pages and incidents were not.',
    },
    {
      name: 'Providers',
      level: providers.level,
      value: errors === '' ? 'no errors' : `errors: ${errors}`,
      advice: providers.level === 'ok' ? null : 'Providers shows the last error of each.',
    },
    {
      name: 'Storage of incidents',
      level: storage.level,
      value: storage.times === 0 ? 'has room' : `was full ${counted(storage.times, 'time', 'times')}`,
      advice:
        storage.level === 'ok' ? null : 'Resolve incidents that repeat without end; their alerts fill their storage.',
    },
  ];
}

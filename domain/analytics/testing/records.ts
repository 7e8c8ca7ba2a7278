import { DAY, HOUR, type Instant, MINUTE } from '../../shared/time';
import type { IncidentFacts, IncidentRecord } from '../facts';

const ANA = { kind: 'user' as const, id: 'usr_ana', name: 'Ana' };
const TOOL = { kind: 'integration' as const, id: 'int_1', name: 'Prometheus' };

/** Monday 23 November 2026, 10:00 UTC. */
export const MONDAY: Instant = Date.UTC(2026, 10, 23, 10);

type Parts = Partial<IncidentRecord> & {
  /** Minutes after opening. */
  acked?: number;
  resolved?: number;
  by?: 'person' | 'tool';
};

/** An incident of checkout that was opened on Monday at ten; the rest as it is given. */
export function record({ acked, resolved, by = 'person', events = [], ...parts }: Parts = {}): IncidentRecord {
  const openedAt = parts.openedAt ?? MONDAY;
  const after = (minutes: number | undefined): Instant | null =>
    minutes === undefined ? null : openedAt + minutes * MINUTE;
  const [ackedAt, resolvedAt] = [after(acked), after(resolved)];
  return {
    id: `inc_${openedAt}`,
    seq: 1,
    serviceId: 'svc_checkout',
    teamId: 'team_payments',
    urgency: 'HIGH',
    priority: 'P1',
    dedupKey: 'key',
    alertCount: 1,
    openedAt,
    firstAcknowledgedAt: ackedAt,
    firstResolvedAt: resolvedAt,
    ackDueAt: null,
    resolveDueAt: null,
    notifications: [],
    ...parts,
    events: [
      ...(ackedAt === null ? [] : [{ kind: 'acknowledged' as const, at: ackedAt, actor: ANA, step: null }]),
      ...(resolvedAt === null
        ? []
        : [{ kind: 'resolved' as const, at: resolvedAt, actor: by === 'tool' ? TOOL : ANA, step: null }]),
      ...events,
    ],
  };
}

/** A page that was taken `minutes` after `from`. */
export const page = (
  from: Instant,
  minutes: number,
  parts: Partial<IncidentRecord['notifications'][number]> = {},
): IncidentRecord['notifications'][number] => ({
  userId: 'usr_ana',
  channel: 'push',
  intent: 'page',
  createdAt: from + minutes * MINUTE - 2_000,
  deliveries: [{ provider: 'webpush', state: 'SENT', settledAt: from + minutes * MINUTE }],
  ...parts,
});

/** Many believable facts, the same for the same seed. */
export function someFacts(seed: number, count: number): IncidentFacts[] {
  let state = seed;
  const below = (n: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % n;
  };
  return Array.from({ length: count }, (_, i): IncidentFacts => {
    const day = 20_000 + below(60);
    const openedAt = day * DAY + below(24) * HOUR + below(3600) * 1000;
    const ackSeconds = below(4) === 0 ? null : below(3000);
    const resolveSeconds = below(6) === 0 ? null : below(20_000);
    const stop = ackSeconds ?? resolveSeconds;
    const people = ['usr_ana', 'usr_bo', 'usr_cy'];
    return {
      id: `inc_${i}`,
      seq: 1,
      day,
      openedAt,
      serviceId: `svc_${below(4)}`,
      teamId: below(3) === 0 ? null : `team_${below(2)}`,
      urgency: (['HIGH', 'MEDIUM', 'LOW'] as const)[below(3)] ?? 'HIGH',
      priority: ([null, 'P1', 'P2'] as const)[below(3)] ?? null,
      dedupKey: `key_${below(9)}`,
      alerts: 1 + below(5),
      ackSeconds,
      resolveSeconds,
      acknowledgedBy: ackSeconds === null ? null : (people[below(3)] ?? null),
      ackDueAt: below(3) === 0 ? null : openedAt + 900_000,
      ackStoppedAt: stop === null ? null : openedAt + stop * 1000,
      resolveDueAt: below(3) === 0 ? null : openedAt + HOUR,
      resolvedAt: resolveSeconds === null ? null : openedAt + resolveSeconds * 1000,
      escalated: below(3) === 0,
      reopened: resolveSeconds !== null && below(9) === 0,
      autoResolved: resolveSeconds !== null && below(2) === 0,
      interruptions: Array.from({ length: below(3) }, () => ({
        userId: people[below(3)] ?? '',
        at: openedAt,
        hours: (['business', 'off', 'sleep'] as const)[below(3)] ?? 'off',
      })),
      sent: Array.from({ length: below(3) }, () => ({
        channel: 'push',
        provider: 'webpush',
        taken: below(5) > 0,
        arrived: false,
        latencyMs: below(9000),
      })),
    };
  });
}

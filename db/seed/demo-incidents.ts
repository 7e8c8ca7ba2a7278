import type { ActorRef, Origin } from '../../domain/access/actor';
import type { AlertSignal } from '../../domain/escalation/alerts';
import type { IncidentEvent } from '../../domain/escalation/machine';
import type { Priority } from '../../domain/incident/incident';
import type { IntegrationType } from '../../domain/ingest/registry';

type Played =
  | Extract<IncidentEvent, { kind: 'command' | 'timers' | 'note' }>
  | { kind: 'deliver-all'; provider: string }
  | { kind: 'alert'; action: 'trigger' | 'acknowledge' | 'resolve' };

/** One demo incident: the alert it began with, and what happened so many minutes after it. */
export type DemoIncident = {
  serviceId: string;
  integrationType: IntegrationType;
  minutesAgo: number;
  priority: Priority | null;
  description: string;
  alert: Omit<AlertSignal, 'inbox' | 'count' | 'at'>;
  story: { afterMinutes: number; event: Played; actor?: ActorRef; origin?: Origin }[];
};

const LUCIA: ActorRef = { kind: 'user', id: 'usr_demo_lucia', name: 'Lucía Herrera' };
const PRIYA: ActorRef = { kind: 'user', id: 'usr_demo_priya', name: 'Priya Raman' };
const sent: Played = { kind: 'deliver-all', provider: 'outbox' };
const timers: Played = { kind: 'timers' };

export const DEMO_INCIDENTS: readonly DemoIncident[] = [
  {
    serviceId: 'svc_demo_checkout',
    integrationType: 'prometheus',
    minutesAgo: 24,
    priority: 'P1',
    description:
      'More than 5 % of `POST /orders` answered with a 5xx over the last five minutes. Card payments are affected, PayPal is not.',
    alert: {
      dedupKey: 'demo-checkout-error-rate',
      title: 'Checkout answers 7.2 % of orders with an error',
      severity: 'critical',
      urgency: 'HIGH',
      source: 'checkout-api, eu-west-1',
      sourceLink: 'https://prometheus.example.com/graph?g0.expr=checkout%3Aerror_ratio',
      labels: { alertname: 'CheckoutErrorRate', region: 'eu-west-1', job: 'checkout-api', severity: 'critical' },
    },
    story: [
      { afterMinutes: 0.1, event: sent },
      { afterMinutes: 2, event: timers },
      { afterMinutes: 2.1, event: sent },
      { afterMinutes: 5, event: timers },
      { afterMinutes: 5.1, event: sent },
      {
        afterMinutes: 6.5,
        event: {
          kind: 'command',
          command: { verb: 'acknowledge', assignee: { kind: 'USER', id: LUCIA.id ?? '', name: LUCIA.name } },
        },
        actor: LUCIA,
        origin: 'web',
      },
    ],
  },
  {
    serviceId: 'svc_demo_search',
    integrationType: 'events',
    minutesAgo: 3,
    priority: null,
    description:
      'The 95th percentile of search requests has been above 1.5 s for ten minutes. Results are correct, only slow.',
    alert: {
      dedupKey: 'demo-search-latency',
      title: 'Search p95 latency is 1.8 s on cluster sg-1',
      severity: 'warning',
      urgency: 'MEDIUM',
      source: 'search, sg-1',
      sourceLink: 'https://grafana.example.com/d/search/latency',
      labels: { cluster: 'sg-1', check: 'latency_p95', severity: 'warning' },
    },
    story: [{ afterMinutes: 0.1, event: sent }],
  },
  {
    serviceId: 'svc_demo_ledger',
    integrationType: 'prometheus',
    minutesAgo: 26 * 60,
    priority: 'P3',
    description: 'The nightly settlement file of the bank had not arrived by 04:30. Payouts wait for it.',
    alert: {
      dedupKey: 'demo-ledger-settlement',
      title: 'Settlement file of the bank is 30 min late',
      severity: 'error',
      urgency: 'HIGH',
      source: 'payments-ledger, eu-west-1',
      sourceLink: null,
      labels: { alertname: 'SettlementFileLate', bank: 'example', severity: 'error' },
    },
    story: [
      { afterMinutes: 0.1, event: sent },
      {
        afterMinutes: 3,
        event: {
          kind: 'command',
          command: { verb: 'acknowledge', assignee: { kind: 'USER', id: PRIYA.id ?? '', name: PRIYA.name } },
        },
        actor: PRIYA,
        origin: 'push',
      },
      { afterMinutes: 41, event: { kind: 'alert', action: 'resolve' } },
      { afterMinutes: 41.1, event: sent },
    ],
  },
];

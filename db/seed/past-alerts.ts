import type { Priority, Urgency } from '../../domain/incident/incident';

/** An alert that kept coming in the last 90 days, and how its incidents usually went. */
export type PastAlert = {
  serviceId: string;
  serviceName: string;
  integrationId: string;
  integrationName: string;
  key: string;
  title: string;
  severity: string;
  urgency: Urgency;
  priority: Priority | null;
  /** How many there are of it among all: a share of the sum of all weights. */
  weight: number;
  /** Usual minutes until a person has mended it; `blip`: the tool takes it back within minutes, mostly. */
  minutes: number;
  blip?: true;
  /** What the person wrote who resolved it. */
  notes: string[];
};

const CHECKOUT = {
  serviceId: 'svc_demo_checkout',
  serviceName: 'checkout-api',
  integrationId: 'int_demo_checkout_prom',
  integrationName: 'Prometheus (checkout)',
};
const LEDGER = {
  serviceId: 'svc_demo_ledger',
  serviceName: 'payments-ledger',
  integrationId: 'int_demo_ledger_prom',
  integrationName: 'Prometheus (ledger)',
};
const SEARCH = {
  serviceId: 'svc_demo_search',
  serviceName: 'search',
  integrationId: 'int_demo_search_events',
  integrationName: 'Events (search)',
};
const SITE = {
  serviceId: 'svc_demo_site',
  serviceName: 'status-site',
  integrationId: 'int_demo_site_prom',
  integrationName: 'Prometheus (status site)',
};

export const PAST_ALERTS: readonly PastAlert[] = [
  {
    ...CHECKOUT,
    key: 'checkout-latency-p99',
    title: 'Checkout p99 is above 2 s',
    severity: 'critical',
    urgency: 'HIGH',
    priority: 'P2',
    weight: 12,
    minutes: 38,
    notes: ['Scaled the workers from 8 to 12.', 'A slow query of the cart; an index was missing.'],
  },
  {
    ...CHECKOUT,
    key: 'checkout-errors',
    title: 'Checkout answers more than 5 % of orders with an error',
    severity: 'critical',
    urgency: 'HIGH',
    priority: 'P1',
    weight: 5,
    minutes: 64,
    notes: ['Rolled back release 412.', 'The payment provider had an outage; their status page agrees.'],
  },
  {
    ...CHECKOUT,
    key: 'checkout-pod-restarts',
    title: 'checkout-api restarted three times in ten minutes',
    severity: 'warning',
    urgency: 'HIGH',
    priority: 'P3',
    weight: 16,
    minutes: 20,
    blip: true,
    notes: ['Out of memory; the limit is now 768 MiB.'],
  },
  {
    ...LEDGER,
    key: 'ledger-lag',
    title: 'The ledger is 15 min behind its queue',
    severity: 'error',
    urgency: 'HIGH',
    priority: 'P2',
    weight: 9,
    minutes: 52,
    notes: ['A batch of 40,000 refunds; it caught up.', 'Restarted the consumer of partition 3.'],
  },
  {
    ...LEDGER,
    key: 'ledger-imbalance',
    title: 'Debits and credits differ',
    severity: 'critical',
    urgency: 'HIGH',
    priority: 'P1',
    weight: 2,
    minutes: 140,
    notes: ['Two refunds were booked once. Corrected by hand, see the postmortem.'],
  },
  {
    ...LEDGER,
    key: 'ledger-disk',
    title: 'Disk of ledger-db-2 is 85 % full',
    severity: 'warning',
    urgency: 'MEDIUM',
    priority: 'P4',
    weight: 8,
    minutes: 95,
    notes: ['Old write-ahead logs removed.'],
  },
  {
    ...SEARCH,
    key: 'search-latency',
    title: 'Search p95 is above 1.5 s on cluster sg-1',
    severity: 'warning',
    urgency: 'HIGH',
    priority: 'P3',
    weight: 20,
    minutes: 25,
    blip: true,
    notes: ['Cache was cold after a deploy.'],
  },
  {
    ...SEARCH,
    key: 'search-index-stale',
    title: 'The product index is two hours old',
    severity: 'error',
    urgency: 'MEDIUM',
    priority: 'P3',
    weight: 8,
    minutes: 75,
    notes: ['The indexer waited for a lock of its own; restarted.'],
  },
  {
    ...SEARCH,
    key: 'search-node-down',
    title: 'Node sg-1-c left the search cluster',
    severity: 'critical',
    urgency: 'HIGH',
    priority: 'P2',
    weight: 4,
    minutes: 47,
    notes: ['The machine was replaced; shards are balanced again.'],
  },
  {
    ...SITE,
    key: 'site-certificate',
    title: 'Certificate of status.example.com ends in 10 days',
    severity: 'warning',
    urgency: 'LOW',
    priority: 'P5',
    weight: 2,
    minutes: 600,
    notes: ['Renewed.'],
  },
  {
    ...SITE,
    key: 'site-probe',
    title: 'The status page did not answer a probe from Frankfurt',
    severity: 'warning',
    urgency: 'MEDIUM',
    priority: null,
    weight: 10,
    minutes: 15,
    blip: true,
    notes: ['Nothing found.'],
  },
];

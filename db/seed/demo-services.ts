import type { TeamRole } from '../../domain/access/roles';
import type { EscalationStep, Target } from '../../domain/escalation/policy';
import type { IntegrationType } from '../../domain/ingest/registry';
import type { Layer } from '../../domain/schedule/schedule';
import { DEMO_ADMIN } from './demo-people';

const PAYMENTS = 'team_demo_payments';
const PLATFORM = 'team_demo_platform';

const member = (userId: string, role: TeamRole = 'MEMBER') => ({ userId, role, receiveNotifications: true });

export const DEMO_TEAMS = [
  {
    id: PAYMENTS,
    name: 'Payments',
    leadId: 'usr_demo_kwame',
    members: [
      member('usr_demo_kwame', 'OWNER'),
      member('usr_demo_lucia'),
      member('usr_demo_marcus'),
      member('usr_demo_priya'),
    ],
  },
  {
    id: PLATFORM,
    name: 'Platform',
    leadId: 'usr_demo_ingrid',
    members: [
      member('usr_demo_ana', 'ADMIN'),
      member('usr_demo_ingrid', 'OWNER'),
      member('usr_demo_kenji'),
      { ...member('usr_demo_meilin'), receiveNotifications: false },
    ],
  },
];

/** A week each, handed over on Monday mornings in Lisbon. */
const WEEKLY: Layer = {
  name: 'Primary',
  priority: 1,
  start: '2024-01-01T09:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: '2024-01-01T09:00', handoff: '09:00' },
  users: ['usr_demo_kwame', 'usr_demo_marcus', 'usr_demo_priya'],
  restrictions: [],
};

export const DEMO_SCHEDULE = {
  id: 'sch_demo_payments',
  name: 'Payments weekly',
  timezone: 'Europe/Lisbon',
  layers: [WEEKLY],
};

const step = (policy: string, position: number, delayMinutes: number, targets: Target[]): EscalationStep => ({
  id: `step_demo_${policy}_${position}`,
  delaySeconds: delayMinutes * 60,
  targets,
  channels: null,
});

export const DEMO_POLICIES = [
  {
    id: 'pol_demo_payments',
    name: 'Payments on call',
    repeat: 1,
    steps: [
      step('payments', 1, 0, [{ kind: 'SCHEDULE', id: DEMO_SCHEDULE.id }]),
      step('payments', 2, 5, [{ kind: 'TEAM', id: PAYMENTS }]),
      step('payments', 3, 10, [{ kind: 'USER', id: DEMO_ADMIN }]),
    ],
  },
  {
    id: 'pol_demo_platform',
    name: 'Platform on call',
    repeat: 1,
    steps: [
      step('platform', 1, 0, [
        { kind: 'USER', id: 'usr_demo_kenji' },
        { kind: 'TEAM', id: PLATFORM, leadOnly: true },
      ]),
      step('platform', 2, 10, [{ kind: 'TEAM', id: PLATFORM }]),
    ],
  },
  {
    id: 'pol_demo_site',
    name: 'Status site, office hours',
    repeat: 0,
    steps: [
      step('site', 1, 0, [{ kind: 'USER', id: 'usr_demo_ingrid' }]),
      step('site', 2, 15, [{ kind: 'USER', id: DEMO_ADMIN }]),
    ],
  },
];

export const DEMO_SERVICES = [
  {
    id: 'svc_demo_checkout',
    name: 'checkout-api',
    description: 'Takes orders: cart, address, payment.',
    teamId: PAYMENTS,
    escalationPolicyId: 'pol_demo_payments',
    runbookUrl: 'https://runbooks.example.com/checkout-api',
  },
  {
    id: 'svc_demo_ledger',
    name: 'payments-ledger',
    description: 'Books every payment twice.',
    teamId: PAYMENTS,
    escalationPolicyId: 'pol_demo_payments',
    runbookUrl: 'https://runbooks.example.com/payments-ledger',
  },
  {
    id: 'svc_demo_search',
    name: 'search',
    description: 'Product search and its index.',
    teamId: PLATFORM,
    escalationPolicyId: 'pol_demo_platform',
    runbookUrl: null,
  },
  {
    id: 'svc_demo_site',
    name: 'status-site',
    description: 'The public status page.',
    teamId: PLATFORM,
    escalationPolicyId: 'pol_demo_site',
    runbookUrl: null,
  },
];

type DemoIntegration = { id: string; name: string; type: IntegrationType; serviceId: string };

export const DEMO_INTEGRATIONS: readonly DemoIntegration[] = [
  { id: 'int_demo_checkout_prom', name: 'Prometheus (checkout)', type: 'prometheus', serviceId: 'svc_demo_checkout' },
  { id: 'int_demo_checkout_events', name: 'Events (checkout)', type: 'events', serviceId: 'svc_demo_checkout' },
  { id: 'int_demo_ledger_prom', name: 'Prometheus (ledger)', type: 'prometheus', serviceId: 'svc_demo_ledger' },
  { id: 'int_demo_search_events', name: 'Events (search)', type: 'events', serviceId: 'svc_demo_search' },
  { id: 'int_demo_site_prom', name: 'Prometheus (status site)', type: 'prometheus', serviceId: 'svc_demo_site' },
];

/** It has not been pinged yet, so it pages nobody. */
export const DEMO_HEARTBEAT = {
  id: 'hbt_demo_backup',
  name: 'Nightly ledger backup',
  serviceId: 'svc_demo_ledger',
  periodSeconds: null,
  cron: '30 2 * * *',
  timezone: 'Europe/Berlin',
  graceSeconds: 1800,
  urgency: null,
  enabled: true,
  previousKeyEndsAt: null,
};

/** Paged when a policy has reached nobody (SEMANTICS 2). */
export const DEMO_LAST_RESORT: Target[] = [{ kind: 'USER', id: DEMO_ADMIN }];

import type { EscalationPolicy, Target } from '../escalation/policy';
import type { Channel } from '../notification/channels';
import { DEFAULT_SERVICE_SETTINGS, type PagingPlan, type PlanPerson, type ServiceSettings } from './plan';

/** A person with one verified e-mail, or the methods given as "channel" or "channel!" (not verified). */
export function person(id: string, channels: string[] = ['email'], more: Partial<PlanPerson> = {}): PlanPerson {
  return {
    id,
    name: id[0]?.toUpperCase() + id.slice(1),
    status: 'ACTIVE',
    timezone: 'Europe/Berlin',
    locale: 'en',
    methods: channels.map((text) => {
      const kind = text.replace('!', '') as Channel;
      return { id: `${id}-${kind}`, kind, value: `${kind}:${id}`, verified: !text.endsWith('!'), enabled: true };
    }),
    rules: [],
    ...more,
  };
}

export const user = (id: string): Target => ({ kind: 'USER', id });

/** Steps as [delay in seconds, targets…]. */
export function policy(steps: [number, ...Target[]][], more: Partial<EscalationPolicy> = {}): EscalationPolicy {
  return {
    id: 'pol_1',
    name: 'Checkout',
    repeat: 0,
    repeatAfterSeconds: 300,
    lastResort: [],
    steps: steps.map(([delaySeconds, ...targets], index) => ({
      id: `step_${index + 1}`,
      delaySeconds,
      targets,
      channels: null,
    })),
    ...more,
  };
}

type PlanParts = {
  people?: PlanPerson[];
  settings?: Partial<ServiceSettings>;
} & Partial<Omit<PagingPlan, 'people' | 'service'>>;

/** A plan of a service "checkout" with ana, bo and cy; ada is the admin. Steps: ana at once, bo after five minutes. */
export function plan({ people, settings, ...parts }: PlanParts = {}): PagingPlan {
  const all = people ?? ['ana', 'bo', 'cy', 'ada'].map((id) => person(id));
  return {
    format: 1,
    version: 1,
    hash: 'h',
    organisation: { name: 'Acme', appUrl: 'https://ops.example.test' },
    service: {
      id: 'svc_1',
      name: 'checkout',
      teamId: null,
      runbookUrl: null,
      settings: { ...DEFAULT_SERVICE_SETTINGS, ...settings },
    },
    policy: policy([
      [0, user('ana')],
      [300, user('bo')],
    ]),
    people: Object.fromEntries(all.map((one) => [one.id, one])),
    teams: {},
    schedules: {},
    lastResort: [],
    admins: ['ada'],
    usableChannels: ['email', 'sms', 'voice', 'push', 'slack'],
    ...parts,
  };
}

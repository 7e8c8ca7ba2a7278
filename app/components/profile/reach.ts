import { type Method, whyUnused } from '~/components/contact-method/words';
import { URGENCIES, type Urgency } from '../../../domain/incident/incident';
import type { Channel } from '../../../domain/notification/channels';
import { ladderFor } from '../../../domain/notification/ladder';
import type { PlanPerson } from '../../../domain/plan/plan';
import { MINUTE, SECOND } from '../../../domain/shared/time';

type Person = Pick<PlanPerson, 'id' | 'name' | 'status' | 'timezone' | 'locale'>;
type Rule = { id: string; urgency: Urgency; contactMethodId: string; delayMinutes: number };

export type Rung = { minutes: number; method: Method };
/** `unused`: why pages pass over it now. */
export type RuleView = { id: string; minutes: number; method: Method; unused: string | null };

/** How a page of one urgency goes out to a person: what they asked for, and what happens. */
export type UrgencyReach = {
  urgency: Urgency;
  rules: RuleView[];
  rungs: Rung[];
  /** Where the rungs come from. */
  by: 'rules' | 'defaults' | 'nothing';
};

export type ReachWarning = { kind: 'unreachable' | 'push-only' } | { kind: 'channel-off'; channel: Channel };

export type Reach = { urgencies: UrgencyReach[]; warnings: ReachWarning[] };

/** The pager's own answer to "how would this person be paged?", for each urgency. */
export function reachOf(
  person: Person,
  methods: readonly Method[],
  rules: readonly Rule[],
  channels: readonly Channel[],
): Reach {
  const plan: PlanPerson = {
    ...person,
    methods: methods.map(({ id, kind, value, verified, enabled }) => ({ id, kind, value, verified, enabled })),
    rules: rules.map(({ urgency, contactMethodId, delayMinutes }) => ({
      urgency,
      methodId: contactMethodId,
      delaySeconds: (delayMinutes * MINUTE) / SECOND,
    })),
  };
  const byId = new Map(methods.map((method) => [method.id, method]));
  const urgencies = URGENCIES.map((urgency) => urgencyReach(urgency, plan, byId, rules, channels));
  return { urgencies, warnings: warningsOf(methods, channels) };
}

function urgencyReach(
  urgency: Urgency,
  plan: PlanPerson,
  byId: ReadonlyMap<string, Method>,
  rules: readonly Rule[],
  channels: readonly Channel[],
): UrgencyReach {
  const own = rules
    .filter((rule) => rule.urgency === urgency)
    .flatMap(({ id, contactMethodId, delayMinutes }): RuleView[] => {
      const method = byId.get(contactMethodId);
      if (!method) return [];
      const neverCalls = urgency === 'LOW' && method.kind === 'voice' ? 'Low urgency never calls' : null;
      return [{ id, minutes: delayMinutes, method, unused: whyUnused(method, channels) ?? neverCalls }];
    })
    .toSorted((a, b) => a.minutes - b.minutes);
  const rungs = ladderFor(plan, urgency, channels, null).rungs.flatMap(({ methodId, delaySeconds }): Rung[] => {
    const method = byId.get(methodId);
    return method ? [{ minutes: (delaySeconds * SECOND) / MINUTE, method }] : [];
  });
  const isRuled = own.some(({ unused }) => unused === null);
  return { urgency, rules: own, rungs, by: rungs.length === 0 ? 'nothing' : isRuled ? 'rules' : 'defaults' };
}

function warningsOf(methods: readonly Method[], channels: readonly Channel[]): ReachWarning[] {
  const used = methods.filter((method) => whyUnused(method, channels) === null);
  const off = new Set(
    methods.filter(({ enabled, kind }) => enabled && !channels.includes(kind)).map(({ kind }) => kind),
  );
  return [
    ...(used.length === 0 ? [{ kind: 'unreachable' } as const] : []),
    ...(used.length > 0 && used.every(({ kind }) => kind === 'push') ? [{ kind: 'push-only' } as const] : []),
    ...[...off].map((channel) => ({ kind: 'channel-off', channel }) as const),
  ];
}

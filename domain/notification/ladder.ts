import type { Urgency } from '../incident/incident';
import type { PlanMethod, PlanPerson } from '../plan/plan';
import type { Channel } from './channels';
import { DEFAULT_CHANNELS } from './channels';

/** One rung: this method, so many seconds after the person's wave started. Rungs count from 0 in the order they fire. */
export type Rung = { rung: number; methodId: string; channel: Channel; value: string; delaySeconds: number };

/**
 * `widened`: the step's channels left nothing, so the person's e-mail and push are used instead (SEMANTICS 4).
 * No rungs: this person cannot be reached, `reason` says why.
 */
export type Ladder = { rungs: Rung[]; widened: boolean; reason: string | null };

type Candidate = { method: PlanMethod; delaySeconds: number };

const now = (method: PlanMethod): Candidate => ({ method, delaySeconds: 0 });

function byRules(person: PlanPerson, urgency: Urgency, methods: PlanMethod[]): Candidate[] {
  return person.rules
    .filter((rule) => rule.urgency === urgency)
    .flatMap((rule) => {
      const method = methods.find(({ id }) => id === rule.methodId);
      return method ? [{ method, delaySeconds: rule.delaySeconds }] : [];
    });
}

function byDefaults(urgency: Urgency, methods: PlanMethod[]): Candidate[] {
  return DEFAULT_CHANNELS[urgency].flatMap((channel) => methods.filter(({ kind }) => kind === channel)).map(now);
}

/**
 * Which of a person's methods are used for an urgency, in which order and after how long. Their own rules come first,
 * then the mission's defaults, then whatever they have: nobody with a usable method is left unreached. LOW never calls.
 */
export function ladderFor(
  person: PlanPerson,
  urgency: Urgency,
  usable: readonly Channel[],
  stepChannels: readonly Channel[] | null,
): Ladder {
  const methods = person.methods.filter(
    ({ kind, verified, enabled }) =>
      verified && enabled && usable.includes(kind) && !(urgency === 'LOW' && kind === 'voice'),
  );
  if (methods.length === 0) return { rungs: [], widened: false, reason: `${person.name} has no usable contact method` };

  const ruled = byRules(person, urgency, methods);
  const defaults = ruled.length > 0 ? ruled : byDefaults(urgency, methods);
  const own = defaults.length > 0 ? defaults : methods.map(now);

  const filtered = stepChannels ? own.filter(({ method }) => stepChannels.includes(method.kind)) : own;
  const widened = filtered.length === 0;
  const reserve = methods.filter(({ kind }) => kind === 'email' || kind === 'push');
  const chosen = widened ? (reserve.length > 0 ? reserve : methods).map(now) : filtered;

  const rungs = chosen
    .toSorted((a, b) => a.delaySeconds - b.delaySeconds)
    .map(({ method, delaySeconds }, rung) => ({
      rung,
      methodId: method.id,
      channel: method.kind,
      value: method.value,
      delaySeconds,
    }));
  return { rungs, widened, reason: null };
}

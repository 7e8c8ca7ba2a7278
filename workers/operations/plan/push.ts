import {
  confirmPlan,
  forgetInbox,
  inboxesBehind,
  inboxesOf,
  type PlanInbox,
} from '../../../db/repositories/plan-confirmations';
import { canonicalJson } from '../../../domain/plan/canonical';
import type { PagingPlan } from '../../../domain/plan/plan';
import { sha256Hex } from '../../../domain/shared/hash';
import { DAY } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { inboxPort } from '../../durable/stubs';
import { routedPlans } from '../../plan';
import { compilePlanFor } from './compile';
import { reasonOf } from './reason';

type PushContext = Pick<Context, 'db' | 'config' | 'now' | 'env'>;

/** How many inboxes had to be told, how many held the plan already, how many did not answer. */
export type PushReport = { pushed: number; unchanged: number; failed: number };

/** More than this many inboxes are left to the sweep, so that no request runs into the limits of the platform. */
const AT_ONCE = 100;
const PARALLEL = 6;

/** Plans hold the overrides of the next 60 days, so they are looked at again long before these have passed. */
const CONFIRMED_FOR = 1 * DAY;

/**
 * Compiles the plans of these services and gives them to those of their inboxes that hold another one. May be repeated
 * at any time. An inbox that does not answer stays behind and is told by the sweep. Throws only if D1 does not answer.
 */
export async function pushPlans(context: PushContext, serviceIds: readonly string[] | 'all'): Promise<PushReport> {
  if (serviceIds.length === 0) return { pushed: 0, unchanged: 0, failed: 0 };
  return pushTo(context, await inboxesOf(context.db, serviceIds, AT_ONCE));
}

/** The same for up to `limit` inboxes that are behind the configuration (SEMANTICS 28); for the sweep. */
export async function pushBehind(context: PushContext, limit: number): Promise<PushReport> {
  return pushTo(context, await inboxesBehind(context.db, context.now - CONFIRMED_FOR, limit));
}

async function pushTo(context: PushContext, inboxes: readonly PlanInbox[]): Promise<PushReport> {
  const report: PushReport = { pushed: 0, unchanged: 0, failed: 0 };
  const services = [...new Set(inboxes.map(({ serviceId }) => serviceId))];
  const plans = new Map<string, Promise<PagingPlan | null>>();
  const planOf: PlanOf = (serviceId) => {
    const plan = plans.get(serviceId) ?? compilePlanFor(context, serviceId);
    plans.set(serviceId, plan);
    return plan;
  };
  for (let i = 0; i < services.length; i += PARALLEL) {
    await Promise.all(
      services.slice(i, i + PARALLEL).map(async (serviceId) => {
        const plan = await planOf(serviceId);
        for (const inbox of inboxes.filter((one) => one.serviceId === serviceId)) {
          report[await pushOne(context, inbox, plan, planOf)] += 1;
        }
      }),
    );
  }
  return report;
}

type PlanOf = (serviceId: string) => Promise<PagingPlan | null>;

async function pushOne(
  context: PushContext,
  target: PlanInbox,
  plan: PagingPlan | null,
  planOf: PlanOf,
): Promise<keyof PushReport> {
  const { db, env, now } = context;
  const { inbox, integration, heartbeat, serviceId } = target;
  if (!plan) {
    await forgetInbox(db, inbox);
    return 'unchanged';
  }
  const plans = await routedPlans(integration?.routingRules ?? [], planOf);
  // Renaming or switching off an integration leaves the plan as it is, and has to arrive all the same.
  const others = Object.fromEntries(Object.entries(plans).map(([id, other]) => [id, other.hash]));
  const hash = sha256Hex(canonicalJson({ plan: plan.hash, integration, others, ...(heartbeat ? { heartbeat } : {}) }));
  const isNew = hash !== target.confirmedHash;
  if (isNew) {
    try {
      const held = { inbox, plan, integration, heartbeat, plans };
      await inboxPort(env, inbox, plan.service.settings.locationHint).configure(held);
    } catch (error) {
      console.warn(`inbox ${inbox} did not take its plan: ${reasonOf(error)}`);
      return 'failed';
    }
  }
  await confirmPlan(db, { inbox, serviceId, version: plan.version, hash }, now);
  return isNew ? 'pushed' : 'unchanged';
}

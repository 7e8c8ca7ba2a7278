import type { Db } from '../db/client';
import { loadPlanSource } from '../db/repositories/plan-source';
import type { Target } from '../domain/escalation/policy';
import { type RoutingRule, routedServices } from '../domain/ingest/routing/rule';
import { compilePlan } from '../domain/plan/compile';
import type { PagingPlan } from '../domain/plan/plan';
import type { Instant } from '../domain/shared/time';
import { planSlackOf } from '../domain/slack/workspace';
import { withSlackToken } from './access/slack-token';
import type { Config } from './config';
import { usableChannels } from './senders/registry';

/**
 * Compiles the paging plan of a service from D1 as it is now; null if there is no such service. `also` names people and
 * teams outside the service's policy that the plan must know, such as an incident's assignee. Throws what D1 throws.
 */
export async function loadPlan(
  db: Db,
  config: Config,
  serviceId: string,
  now: Instant,
  also: Target[] = [],
): Promise<PagingPlan | null> {
  const stored = await loadPlanSource(db, serviceId, now, also);
  if (!stored) return null;
  const { organisationName, source, version } = stored;
  const organisation = { name: organisationName, appUrl: config.appUrl };
  const { workspace, trouble, channel } = stored.slack;
  const usable = usableChannels(await withSlackToken(config, workspace));
  const channels = trouble === null ? usable : usable.filter((one) => one !== 'slack');
  const slack = planSlackOf(workspace, trouble, channel);
  return compilePlan({ ...source, organisation, usableChannels: channels, slack }, version, also);
}

/** The plans of the services that rules may send alerts to, by service; one that is gone is left out. */
export async function routedPlans(
  rules: readonly RoutingRule[],
  planOf: (serviceId: string) => Promise<PagingPlan | null>,
): Promise<Record<string, PagingPlan>> {
  const plans = await Promise.all(routedServices(rules).map(async (id) => [id, await planOf(id)] as const));
  return Object.fromEntries(plans.filter((entry): entry is readonly [string, PagingPlan] => entry[1] !== null));
}

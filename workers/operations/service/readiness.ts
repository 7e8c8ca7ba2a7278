import { listIntegrations } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import { type Heard, type ReadinessCheck, readiness } from '../../../domain/service/readiness';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { recentEvents } from '../integration/recent-events';
import { compilePlanFor } from '../plan/compile';

/** More inboxes than these are not asked when they last heard something. */
const ASKED = 10;

type ServiceReadiness = {
  checks: ReadinessCheck[];
  /** When each switched-on integration last took a real alert; one that was not asked is left out. */
  heard: { integrationId: string; lastAt: Instant | null }[];
};

/** What stands between an alert for this service and somebody awake. Failures: forbidden, not-found. */
export async function serviceReadiness(context: Context, { id }: IdInput): Promise<Result<ServiceReadiness>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const plan = await compilePlanFor(context, id);
  if (!plan) return err(notFound('service'));
  const found = await listIntegrations(context.db, { limit: 100 }, id);
  const enabled = (found?.data ?? []).filter((integration) => integration.enabled);
  const heard = await Promise.all(
    enabled.map(
      async ({ id: integrationId, name }, place): Promise<Heard & { integrationId: string; isAsked: boolean }> => {
        const events = place < ASKED ? await recentEvents(context, { id: integrationId }) : null;
        const last = events?.ok ? events.value.find(({ isTest, status }) => !isTest && status < 400) : undefined;
        return { integrationId, isAsked: events?.ok ?? false, name, lastAt: last?.at ?? null };
      },
    ),
  );
  return ok({
    checks: readiness(plan, heard, context.now),
    heard: heard.flatMap(({ integrationId, isAsked, lastAt }) => (isAsked ? [{ integrationId, lastAt }] : [])),
  });
}

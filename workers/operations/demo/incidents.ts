import { listIntegrations } from '../../../db/repositories/integrations';
import { DEMO_INCIDENTS, type DemoIncident } from '../../../db/seed/demo-incidents';
import { hashedId } from '../../../domain/shared/hash';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import type { Rehearsal } from '../../durable/ports';
import { inboxPort, incidentPort } from '../../durable/stubs';
import { compilePlanFor } from '../plan/compile';

async function scriptOf(context: Context, demo: DemoIncident): Promise<Rehearsal | null> {
  const plan = await compilePlanFor(context, demo.serviceId);
  const integrations = await listIntegrations(context.db, { limit: 100 }, demo.serviceId);
  const integration = integrations?.data.find(({ type }) => type === demo.integrationType);
  if (!plan || !integration) return null;
  const { inbox, id, name } = integration;
  const openedAt = context.now - demo.minutesAgo * MINUTE;
  const by = { actor: { kind: 'integration' as const, id, name }, origin: 'webhook' as const };
  const signal = { ...demo.alert, inbox, count: 1, at: openedAt };
  return {
    inbox,
    plan,
    openedAt,
    by,
    opening: {
      id: hashedId('inc', ['demo', demo.alert.dedupKey]),
      signal,
      description: demo.description,
      urgency: null,
      priority: demo.priority,
      visibility: 'PUBLIC',
      assignee: null,
    },
    events: demo.story.map(({ afterMinutes, event, actor, origin }) => ({
      at: openedAt + afterMinutes * MINUTE,
      event: event.kind === 'alert' ? { ...event, signal: { ...signal, at: openedAt + afterMinutes * MINUTE } } : event,
      by: actor ? { actor, origin: origin ?? 'web' } : by,
    })),
  };
}

/**
 * Plays the demo's incidents with past times through the machine itself. One that is there already goes on as it is.
 * The inbox is told, so that a resolve from the tool still finds its incident.
 */
export async function loadDemoIncidents(context: Context): Promise<void> {
  for (const demo of DEMO_INCIDENTS) {
    const script = await scriptOf(context, demo);
    if (!script) continue;
    const { id, signal } = script.opening;
    const { locationHint } = script.plan.service.settings;
    await incidentPort(context.env, id, locationHint).rehearse(script);
    await inboxPort(context.env, script.inbox, locationHint).hold(signal.dedupKey, id);
  }
}

import type { FirstPageOperations } from '~/lib/integrations';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';

const noService = failure('conflict', 'There is no service yet that could page you. Add one first.');

/** A real page: an alert through the first integration or, without one, an incident declared by hand. */
export async function sendFirstPage({
  integration,
  service,
  incident,
}: FirstPageOperations): Promise<Result<{ id: string }>> {
  const integrations = await integration.list({ limit: 1 });
  if (!integrations.ok) return integrations;
  const [first] = integrations.value.data;
  if (first?.enabled) {
    const sent = await integration.sendTest({ id: first.id, action: 'trigger' });
    if (!sent.ok) return sent;
    if (sent.value.incident) return ok({ id: sent.value.incident.id });
  }
  const services = await service.list({ limit: 1 });
  if (!services.ok) return services;
  const [owner] = services.value.data;
  if (!owner) return err(noService);
  return incident.declare({ title: 'Test page', serviceId: owner.id, urgency: 'LOW' });
}

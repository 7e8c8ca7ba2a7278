import { type Integration, insertIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { CreateIntegrationInput } from '../../../domain/integration/input';
import { integrationUrl, joinIntegrationKey, newIntegrationKey } from '../../../domain/integration/key';
import { sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { refuseSettings, routedReferences } from './settings';

/** The key and the address with the key in it; shown once and not kept. */
export type IntegrationWithKey = Integration & { key: string; url: string };

/** Adds an integration. Its key is in this answer only: the table holds its hash. Failures: forbidden, invalid (service). */
export async function createIntegration(
  context: Context,
  input: CreateIntegrationInput,
): Promise<Result<IntegrationWithKey>> {
  const { actor, config, db, now, random } = context;
  const refusal =
    refuse(actor, 'config.write') ??
    refuseSettings(input.type, input) ??
    (await missingFailure(context, [
      { kind: 'SERVICE', id: input.serviceId, path: 'serviceId' },
      ...routedReferences(input.routingRules),
    ]));
  if (refusal) return err(refusal);
  const parts = newIntegrationKey(random);
  const integration: Integration = {
    enabled: true,
    routingRules: [],
    fieldMapping: null,
    silenceAlarmMinutes: null,
    ...input,
    previousKeyEndsAt: null,
    signed: false,
    id: newId('integration', random),
    inbox: parts.inbox,
    createdAt: now,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'integration.create',
    targetKind: 'integration',
    targetId: integration.id,
    after: integration,
    statements: [insertIntegration(db, { ...integration, secretHash: sha256Hex(parts.secret) })],
    touches: { services: [integration.serviceId] },
    // So that the inbox is made near its service, and not near whoever is the first to use the key.
    pushFirst: true,
  });
  const key = joinIntegrationKey(parts);
  return ok({ ...integration, key, url: integrationUrl(config.appUrl, integration.type, key) });
}

import { insertService, type Service } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import { type CreateServiceInput, mergeSettings } from '../../../domain/service/input';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';

/** Adds a service. Without a policy nobody is paged (SEMANTICS 2). Failures: forbidden, invalid (team, policy). */
export async function createService(context: Context, input: CreateServiceInput): Promise<Result<Service>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(input)));
  if (refusal) return err(refusal);
  const service: Service = {
    id: newId('service', random),
    name: input.name,
    description: input.description ?? null,
    teamId: input.teamId ?? null,
    escalationPolicyId: input.escalationPolicyId ?? null,
    slackChannel: input.slackChannel ?? null,
    runbookUrl: input.runbookUrl ?? null,
    settings: mergeSettings(input.settings),
    createdAt: now,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'service.create',
    targetKind: 'service',
    targetId: service.id,
    after: service,
    statements: [insertService(db, service)],
    touches: { services: [service.id] },
  });
  return ok(service);
}

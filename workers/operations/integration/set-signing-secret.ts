import {
  findIntegration,
  findSecrets,
  type Integration,
  updateIntegration,
} from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import { expectationOf, TOKEN_SOURCES } from '../../../domain/ingest/signature/identity-token';
import { signatureSource } from '../../../domain/ingest/signature/source';
import type { SigningSecretInput } from '../../../domain/integration/input';
import { type SealedSecret, signingPlace } from '../../../domain/integration/settings';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import { seal } from '../../access/sealed';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';

/**
 * Sets the secret that the tool signs with (CloudWatch: the ARN of the SNS topic; identity tokens: what they have to
 * say): from then on a signature is required. The one before counts for `overlapMinutes` more. Null: no signature is asked for, the key alone is the
 * credential. Failures: forbidden, not-found, invalid (it cannot be
 * read as such), unprocessable (the tool signs nothing).
 */
export async function setSigningSecret(
  context: Context,
  { id, secret, overlapMinutes = 0 }: SigningSecretInput & IdInput,
): Promise<Result<Integration>> {
  const { actor, config, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const [before, secrets] = await Promise.all([findIntegration(db, id), findSecrets(db, id)]);
  if (!before || !secrets) return err(notFound('integration'));
  const source = signatureSource(before.type);
  if (!source) return err(failure('unprocessable', 'Tools of this type sign nothing: their key is the credential.'));
  if (secret !== null && Object.hasOwn(TOKEN_SOURCES, before.type) && !expectationOf(before.type, secret)) {
    const message = `This is not: ${source.label.toLowerCase()}, with a space between.`;
    return err(failure('invalid', message, { fields: [{ path: 'secret', message }] }));
  }
  const signing: SealedSecret[] =
    secret === null
      ? []
      : [
          { sealed: await seal(config, signingPlace(id), secret), until: null },
          ...(overlapMinutes > 0 ? secrets.signing : [])
            .map(({ sealed, until }) => ({ sealed, until: Math.min(until ?? Infinity, now + overlapMinutes * MINUTE) }))
            .filter(({ until }) => until > now),
        ];
  const after: Integration = { ...before, signed: signing.length > 0, updatedAt: now };
  await saveChange(context, {
    action: 'integration.sign',
    targetKind: 'integration',
    targetId: id,
    before,
    after,
    statements: [updateIntegration(db, { ...after, signing })],
    touches: { services: [after.serviceId] },
  });
  return ok(after);
}

import { type Failure, failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { equalInConstantTime, utf8 } from '../../access/bytes';
import type { InboundCall, InboxIntegration } from '../ports';
import { wrongKey } from './config';

/** `keep`: the refusal is kept and shown, because the key was right. */
export type Refusal = { failure: Failure; keep: boolean };

const isSecretOf = (secret: string, { secretHash }: InboxIntegration): boolean =>
  equalInConstantTime(utf8(sha256Hex(secret)), utf8(secretHash));

/** Whether this call may come in: the secret first, so that a stranger learns nothing else (SEMANTICS 18). */
export function refuseCall(call: InboundCall, integration: InboxIntegration | null): Refusal | null {
  if (!integration || !isSecretOf(call.secret, integration)) {
    return { failure: wrongKey, keep: false };
  }
  if (!integration.enabled) {
    return { failure: failure('unauthenticated', 'This integration is switched off.'), keep: true };
  }
  if (integration.type !== call.type) {
    const message = `This key belongs to an integration of type "${integration.type}", not "${call.type}".`;
    return { failure: failure('invalid', message), keep: true };
  }
  return null;
}

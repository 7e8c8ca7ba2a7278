import { type Failure, failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import type { InboundCall, InboxIntegration } from '../ports';
import { wrongKey } from './config';

/** Equal-time comparison of two hex digests of the same length. */
function sameDigest(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length);
  return difference === 0;
}

/** `keep`: the refusal is kept and shown, because the key was right. */
export type Refusal = { failure: Failure; keep: boolean };

/** Whether this call may come in: the secret first, so that a stranger learns nothing else (SEMANTICS 18). */
export function refuseCall(call: InboundCall, integration: InboxIntegration | null): Refusal | null {
  if (!integration || !sameDigest(sha256Hex(call.secret), integration.secretHash)) {
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

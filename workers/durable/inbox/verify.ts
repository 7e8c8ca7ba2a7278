import { textAt } from '../../../domain/ingest/fields';
import type { IntegrationType } from '../../../domain/ingest/registry';
import { expectationOf, TOKEN_SOURCES } from '../../../domain/ingest/signature/identity-token';
import { SCHEMES } from '../../../domain/ingest/signature/schemes';
import { isStaleSns, snsFields } from '../../../domain/ingest/signature/sns';
import { type SigningSecret, type Verdict, verifySignature } from '../../../domain/ingest/signature/verify';
import { type InboxIntegration, signingPlace } from '../../../domain/integration/settings';
import { type Failure, failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import { equalInConstantTime, utf8 } from '../../access/bytes';
import { verifyIdentityToken } from '../../access/identity-token';
import { unseal } from '../../access/sealed';
import { signaturePrimitives } from '../../access/signature-primitives';
import { verifySnsMessage } from '../../access/sns-message';
import { configOf } from '../../config';
import type { Env } from '../../env';
import type { InboundCall } from '../ports';
import { wrongKey } from './config';

/** `keep`: the refusal is kept and shown, because the key was right. */
export type Refusal = { failure: Failure; keep: boolean };

/** What a call proved: by which key it came, and how it was signed. For the trace; `replayKey` as in `Verdict`. */
export type Proof = { key: string; signature: string; replayKey: string | null };

/** Which of the integration's keys this is: the present one, or the one before while it still works (overlap). */
export function keyOfCall(secret: string, integration: InboxIntegration, now: Instant): 'present' | 'previous' | null {
  // Hashed once: it is most of the work of checking a key.
  const hashed = utf8(sha256Hex(secret));
  const isHash = (hash: string) => equalInConstantTime(hashed, utf8(hash));
  const isPresent = isHash(integration.secretHash);
  const { previousSecretHash: hash, previousKeyEndsAt: endsAt } = integration;
  const isPrevious = isHash(hash ?? '') && endsAt !== null && endsAt !== undefined && now < endsAt;
  return isPresent ? 'present' : isPrevious ? 'previous' : null;
}

/** Whether this call may come in: the secret first, so that a stranger learns nothing else (SEMANTICS 18). */
export function refuseCall(call: InboundCall, integration: InboxIntegration | null, now: Instant): Refusal | null {
  if (!integration || keyOfCall(call.secret, integration, now) === null) {
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

/**
 * Whether a call is signed as the integration asks for; without a signing secret the key alone is the credential.
 * Failures: unauthenticated; unavailable (what is needed to decide cannot be had: send again).
 */
export async function proveCall(
  env: Env,
  call: InboundCall,
  body: string,
  integration: InboxIntegration,
  now: Instant,
): Promise<Result<Proof>> {
  const which = keyOfCall(call.secret, integration, now);
  const key = which === 'previous' ? 'the key before, which still works' : 'the present key';
  const sealed = integration.signing ?? [];
  if (sealed.length === 0) return ok({ key, signature: 'not asked for', replayKey: null });
  const secrets = await openedSecrets(env, integration);
  if (secrets.length < sealed.length) {
    console.error(`integration ${integration.id}: a signing secret cannot be opened with the present APP_SECRETS`);
  }
  if (secrets.length === 0) {
    return err(failure('unavailable', 'The signature cannot be checked at the moment. Please send again.'));
  }
  const verdict = await verdictOf(call, body, integration.type, secrets, now);
  if (!verdict.ok) return verdict;
  return ok({ key, signature: 'matches', replayKey: verdict.value.replayKey });
}

async function verdictOf(
  call: InboundCall,
  body: string,
  type: string,
  secrets: SigningSecret[],
  now: Instant,
): Promise<Result<{ replayKey: string | null }>> {
  if (type === 'cloudwatch') return snsVerdict(body, secrets, now);
  if (Object.hasOwn(TOKEN_SOURCES, type)) return tokenVerdict(call, type, secrets, now);
  const scheme = SCHEMES[type as IntegrationType];
  if (!scheme) return err(failure('unauthenticated', 'This type of integration cannot be signed.'));
  const bytes = new Uint8Array(call.body);
  const signed = { headers: call.headers, body: bytes, text: body };
  const verdict: Verdict = await verifySignature(scheme, signed, secrets, now, signaturePrimitives);
  return verdict.ok ? ok({ replayKey: verdict.replayKey }) : err(failure('unauthenticated', verdict.reason));
}

/** Amazon signs with a key of its own for everybody: what the integration names is the topic that may send. */
async function snsVerdict(
  body: string,
  topics: readonly SigningSecret[],
  now: Instant,
): Promise<Result<{ replayKey: string | null }>> {
  const refuse = (reason: string) => err(failure('unauthenticated', reason));
  const fields = snsFields(body);
  if (!fields) return refuse('This is no signed message of Amazon SNS.');
  const topic = textAt(fields, 'TopicArn');
  const isKnown = topics.some(({ secret, until }) => secret === topic && (until === null || until > now));
  if (!isKnown) return refuse('The message comes from another SNS topic than the one that is set.');
  const verdict = await verifySnsMessage(fields);
  if (!verdict.ok) return verdict.retry ? err(failure('unavailable', verdict.reason)) : refuse(verdict.reason);
  if (isStaleSns(verdict.message, now)) return refuse('The SNS message is more than an hour old.');
  // The id is signed; the signature itself can be written in several ways.
  return ok({ replayKey: sha256Hex(verdict.message.id) });
}

/** A token says who calls, not what: its sender uses one for an hour of calls, so a second use is no replay. */
async function tokenVerdict(
  { headers }: InboundCall,
  type: string,
  settings: readonly SigningSecret[],
  now: Instant,
): Promise<Result<{ replayKey: string | null }>> {
  const token = /^bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
  let refusal = failure('unauthenticated', 'No token is expected any more.');
  for (const { secret, until } of settings) {
    const expected = expectationOf(type, secret);
    if (!expected || (until !== null && until <= now)) continue;
    const verdict = await verifyIdentityToken(token, expected, now);
    if (verdict.ok) return ok({ replayKey: null });
    refusal = failure(verdict.retry ? 'unavailable' : 'unauthenticated', verdict.reason);
  }
  return err(refusal);
}

const opened = new Map<string, string>();

/** Opening costs some work, so what was opened stays in memory as long as the isolate. */
async function openedSecrets(env: Env, { id, signing = [] }: InboxIntegration): Promise<SigningSecret[]> {
  const secrets: SigningSecret[] = [];
  for (const { sealed, until } of signing) {
    const secret = opened.get(sealed) ?? (await unseal(configOf(env), signingPlace(id), sealed));
    if (secret === null) continue;
    if (opened.size >= 500) opened.clear();
    opened.set(sealed, secret);
    secrets.push({ secret, until });
  }
  return secrets;
}

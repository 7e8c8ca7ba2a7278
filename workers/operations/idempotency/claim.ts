import {
  claimIdempotencyKey,
  findIdempotencyKey,
  releaseIdempotencyKey,
  type StoredKey,
  settleIdempotencyKey,
} from '../../../db/repositories/idempotency-keys';
import { actorRef } from '../../../domain/access/actor';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, MINUTE } from '../../../domain/shared/time';
import { type Place, seal, unseal } from '../../access/sealed';
import type { Context } from '../../context';

/** What a request was answered, as it is sent again. */
export type Outcome = { status: number; contentType: string | null; body: string };

/** Either this request is the first, and says with `settle` what came of it (null: nothing, the key is free again), or it was answered before. */
export type Claim =
  | { kind: 'first'; settle: (outcome: Outcome | null) => Promise<void> }
  | { kind: 'repeat'; outcome: Outcome };

/** `route` names method, path and query, with the ids in it; `bodyHash` is SHA-256 in hex. */
export type ClaimInput = { key: string; route: string; bodyHash: string };

const KEPT_FOR = DAY;

/** A request that has not ended by then has died with its isolate, and may be sent again. */
const LONGEST_REQUEST = MINUTE;

/**
 * Takes an idempotency key for a request of this actor (SEMANTICS 22), for 24 hours. Failures: unprocessable (the key
 * came with another body), conflict (the first is under way). Throws what D1 throws.
 *
 * Answers are stored sealed, all of them: some show an API key or an integration's key, which stand nowhere else, and a
 * list of those routes would miss the next one. A repeat within the 24 hours shows the secret again, only to who was
 * told it. Hashes of bodies are sealed too, since bodies hold passwords.
 */
export async function claimRequest(context: Context, { key, route, bodyHash }: ClaimInput): Promise<Result<Claim>> {
  const { db, config, now, actor } = context;
  const { kind, id: actorId = '' } = actorRef(actor);
  const id = sha256Hex(JSON.stringify([kind, actorId, route, key]));
  const sealedHash = await seal(config, placeOf(id, 'body_hash'), bodyHash);
  const forgotten = { expired: now - KEPT_FOR, abandoned: now - LONGEST_REQUEST };
  if (await claimIdempotencyKey(db, { id, bodyHash: sealedHash, now }, forgotten)) {
    return ok({ kind: 'first', settle: (outcome) => settle(context, id, outcome) });
  }
  const stored = await findIdempotencyKey(db, id);
  return stored ? repeat(context, stored, bodyHash) : err(underWay);
}

const placeOf = (row: string, column: string): Place => ({ table: 'idempotency_keys', row, column });

const underWay = failure('conflict', 'The first request with this Idempotency-Key is still under way.');

async function settle({ db, config, now }: Context, id: string, outcome: Outcome | null): Promise<void> {
  if (!outcome) return releaseIdempotencyKey(db, id, now);
  const response = await seal(config, placeOf(id, 'response'), JSON.stringify(outcome));
  await settleIdempotencyKey(db, id, now, { status: outcome.status, response });
}

async function repeat({ config }: Context, stored: StoredKey, bodyHash: string): Promise<Result<Claim>> {
  const knownHash = await unseal(config, placeOf(stored.id, 'body_hash'), stored.bodyHash);
  if (knownHash !== null && knownHash !== bodyHash) {
    return err(failure('unprocessable', 'This Idempotency-Key was used for a request with another body.'));
  }
  if (stored.response === null) return err(underWay);
  const text = await unseal(config, placeOf(stored.id, 'response'), stored.response);
  // The key it was sealed with has been retired within the 24 hours.
  if (text === null) return err(failure('conflict', 'This request was answered before; its answer is lost.'));
  return ok({ kind: 'repeat', outcome: JSON.parse(text) as Outcome });
}

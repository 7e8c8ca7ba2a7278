import { snsFields } from '../../../domain/ingest/signature/sns';
import { type Instant, SECOND } from '../../../domain/shared/time';
import { verifySnsMessage } from '../../access/sns-message';
import { within } from '../../access/within';
import { journalEntry, writeJournal } from './journal';
import { ownCall } from './silence';

const ATTEMPTS = 6;
const VISIT_MS = 10 * SECOND;

/** Milliseconds until the next try: 10 s, 20 s, 40 s … Amazon waits three days for the confirmation. */
const retryDelay = (attempts: number): number => 10 * SECOND * 2 ** attempts;

/** A subscription of Amazon SNS that asks to be confirmed; stored with the event, visited afterwards. */
export const addSubscription = (sql: SqlStorage, body: string, now: Instant): void => {
  sql.exec('INSERT INTO subscriptions (due_at, attempts, body) VALUES (?, 0, ?)', now, body);
};

export const subscriptionDueAt = (sql: SqlStorage): Instant | null =>
  sql.exec<{ at: number | null }>('SELECT min(due_at) AS at FROM subscriptions').one().at;

type Row = { id: number; attempts: number; body: string };

/** What came of one: `told` is for the journal. */
type Visit = { done: boolean; told: string };

/**
 * Visits the addresses that are due: only where Amazon's signature holds and the host is its own. What came of
 * them stands in the journal. May be done twice: confirming twice does no harm.
 */
export async function confirmSubscriptions(sql: SqlStorage, inbox: string, now: Instant): Promise<void> {
  const rows = sql
    .exec<Row>('SELECT id, attempts, body FROM subscriptions WHERE due_at <= ? ORDER BY id LIMIT 5', now)
    .toArray();
  for (const { id, attempts, body } of rows) {
    sql.exec(
      'UPDATE subscriptions SET attempts = attempts + 1, due_at = ? WHERE id = ?',
      now + retryDelay(attempts),
      id,
    );
    const visit = await confirm(body);
    if (!visit.done && attempts + 1 < ATTEMPTS) continue;
    sql.exec('DELETE FROM subscriptions WHERE id = ?', id);
    const trace = { key: 'sent by OpsKnight itself', signature: 'not asked for' };
    const outcome = { status: 202, reason: visit.told, results: [], trace };
    writeJournal(sql, journalEntry(ownCall(inbox, 'OpsKnight-subscriptions'), '', now, outcome));
  }
}

async function confirm(body: string): Promise<Visit> {
  const fields = snsFields(body);
  const verdict = fields ? await verifySnsMessage(fields) : null;
  if (!verdict?.ok) {
    const reason = verdict ? verdict.reason : 'It is no message of Amazon SNS.';
    return { done: verdict?.retry !== true, told: `The subscription was not confirmed. ${reason}` };
  }
  const { subscribeUrl, topic } = verdict.message;
  if (subscribeUrl === null)
    return { done: true, told: 'The subscription was not confirmed: its address is not Amazon’s.' };
  const answer = await within(VISIT_MS, () =>
    fetch(subscribeUrl, { redirect: 'manual', signal: AbortSignal.timeout(VISIT_MS) }),
  );
  const isDone = answer.answered && answer.value.ok;
  return {
    done: isDone,
    told: isDone ? `Confirmed at Amazon: ${topic}` : `Amazon did not confirm the subscription to ${topic}.`,
  };
}

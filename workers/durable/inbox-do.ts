import { DurableObject } from 'cloudflare:workers';
import { decideAlert } from '../../domain/alert/alert';
import { boundedDedupKey } from '../../domain/alert/dedup';
import type { AlertEvent } from '../../domain/ingest/adapter';
import { ADAPTERS, type IntegrationType } from '../../domain/ingest/registry';
import { failure, HTTP_STATUS } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';
import type { Instant } from '../../domain/shared/time';
import type { Env } from '../env';
import { acceptEvent, type InboxBatch, isRepeat, makeUrgent, writeBatch } from './inbox/accept';
import { askForConfig, readConfig, writeConfig, wrongKey } from './inbox/config';
import { drainOutbox } from './inbox/drain';
import { journalEntry, writeJournal } from './inbox/journal';
import { nameIncident, readKey, releaseKey, writeKey } from './inbox/keys';
import { CHILD_CHECK_MS, openIncident } from './inbox/open';
import { addMessage, earliestDue } from './inbox/outbox';
import { type RecentEvent, readRecent, readTest } from './inbox/recent';
import { foldDelay, hasRepeats } from './inbox/repeats';
import { INBOX_MIGRATIONS } from './inbox/schema';
import { refuseCall } from './inbox/verify';
import { migrate } from './migrate';
import type { AcceptedEvent, Declaration, InboundCall, InboxConfig, InboxPort } from './ports';
import { incidentPort } from './stubs';

/** Repeats of open keys wait so long for company and are written together (SEMANTICS 20); a first alert never waits. */
const GROUP_COMMIT_MS = 10;
const RETRY_ALARM_MS = 5_000;
const WORK_GRACE_MS = 2_000;
/** By then the timer in memory has handed repeats on; if not, it was lost with the object. */
const LOST_FOLD_MS = 15_000;

type Waiting = { call: InboundCall; body: string; events: AlertEvent[]; answer: (events: AcceptedEvent[]) => void };

/**
 * Accepts alerts for one integration: checks the key, keeps the raw event, decides what becomes of it, and hands it on
 * to the incidents. What it has answered 202 for is stored. A service's own inbox takes incidents declared by hand.
 */
export class InboxDO extends DurableObject<Env> implements InboxPort {
  private readonly sql = this.ctx.storage.sql;
  private config: InboxConfig | null;
  private readonly underWay = new Set<string>();
  private waiting: Waiting[] = [];
  private commitTimer: ReturnType<typeof setTimeout> | null = null;
  private foldTimer: ReturnType<typeof setTimeout> | null = null;
  private foldedAt: Instant = 0;
  /** When each key was last written to the journal: a storm on one key is told once a minute, not a thousand times. */
  private readonly told = new Map<string, Instant>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, INBOX_MIGRATIONS);
    this.config = readConfig(this.sql);
    if (this.config) ctx.blockConcurrencyWhile(() => this.arm());
  }

  /** Two pushes can cross on their way: a plan older than the one at hand is left aside. */
  async configure(config: InboxConfig): Promise<void> {
    if (this.config && config.plan.version < this.config.plan.version) return;
    this.config = config;
    writeConfig(this.sql, config);
    this.drainLater();
  }

  private async configured(inbox: string): Promise<Result<InboxConfig>> {
    if (this.config) return ok(this.config);
    return askForConfig(this.env, inbox);
  }

  async accept(call: InboundCall): Promise<Result<AcceptedEvent[]>> {
    const configured = await this.configured(call.inbox);
    if (!configured.ok) return configured;
    const { integration } = configured.value;
    const refused = refuseCall(call, integration);
    const body = new TextDecoder().decode(call.body);
    if (refused && !refused.keep) return err(refused.failure);
    if (!this.config) await this.configure(configured.value);
    if (refused || !integration) {
      const { failure: reason } = refused ?? { failure: wrongKey };
      this.keep(call, body, HTTP_STATUS[reason.code], reason.message);
      return err(reason);
    }
    const { type, method, headers, query, rest } = call;
    const contentType = headers['content-type'] ?? '';
    const parsed = ADAPTERS[type as IntegrationType].parse({
      method,
      contentType,
      headers,
      query,
      rest,
      body,
      receivedAt: Date.now(),
    });
    if (!parsed.ok) {
      this.keep(call, body, 400, parsed.error.reason);
      return err(failure('invalid', parsed.error.reason));
    }
    return ok(await this.take(call, body, parsed.value));
  }

  private take(call: InboundCall, body: string, events: AlertEvent[]): Promise<AcceptedEvent[]> {
    return new Promise((answer) => {
      this.waiting.push({ call, body, events, answer });
      this.commitSoon(events);
    });
  }

  recent(limit: number): Promise<RecentEvent[]> {
    return Promise.resolve(readRecent(this.sql, limit));
  }

  async takeTest(inbox: string, body: string): Promise<Result<AcceptedEvent[]>> {
    const configured = await this.configured(inbox);
    if (!configured.ok) return configured;
    if (!this.config) await this.configure(configured.value);
    if (!configured.value.integration?.enabled) return err(failure('conflict', 'This integration is switched off.'));
    const { call, parsed } = readTest(inbox, body);
    return parsed.ok ? ok(await this.take(call, body, parsed.value)) : err(failure('invalid', parsed.error.reason));
  }

  private keep(call: InboundCall, body: string, status: number, reason: string): void {
    writeJournal(this.sql, journalEntry(call, body, Date.now(), status, reason, []));
  }

  private commitSoon(events: AlertEvent[]): void {
    const onlyRepeats = events.every((event) => isRepeat(this.sql, event));
    if (!onlyRepeats) this.commit();
    else this.commitTimer ??= setTimeout(() => this.commit(), GROUP_COMMIT_MS);
  }

  /** Writes everything that waits at once. The answers leave only when it is durable: that is the output gate. */
  private commit(): void {
    if (this.commitTimer) clearTimeout(this.commitTimer);
    this.commitTimer = null;
    const { waiting, config } = this;
    if (!config || waiting.length === 0) return;
    this.waiting = [];
    const now = Date.now();
    const batch = this.newBatch(config.inbox, now);
    const { integration } = config;
    const actor = integration
      ? { kind: 'integration' as const, id: integration.id, name: integration.name }
      : { kind: 'system' as const, name: 'OpsKnight' };
    const answers = this.ctx.storage.transactionSync(() => {
      const accepted = waiting.map(({ events }) => events.map((event) => acceptEvent(batch, event, actor)));
      writeBatch(batch);
      for (const [index, { call, body }] of waiting.entries()) {
        const results = accepted[index] ?? [];
        if (this.isNews(results, now)) writeJournal(this.sql, journalEntry(call, body, now, 202, null, results));
      }
      return accepted;
    });
    // Armed before the answer leaves: should the process die now, this alarm hands on what was accepted.
    if (batch.urgent) void this.ctx.storage.setAlarm(now + WORK_GRACE_MS);
    for (const [index, { answer }] of waiting.entries()) answer(answers[index] ?? []);
    if (batch.urgent) this.drainLater();
    else if (batch.repeats.size > 0) this.foldLater();
  }

  private foldLater(): void {
    if (this.foldTimer) return;
    this.foldTimer = setTimeout(() => this.fold(), foldDelay(Date.now() - this.foldedAt));
    this.ctx.waitUntil(this.arm());
  }

  /** Hands on the repeats that were kept since the last time. */
  private fold(): void {
    if (this.foldTimer) clearTimeout(this.foldTimer);
    this.foldTimer = null;
    this.foldedAt = Date.now();
    if (!this.config || !hasRepeats(this.sql)) return;
    const batch = this.newBatch(this.config.inbox, this.foldedAt);
    this.ctx.storage.transactionSync(() => {
      makeUrgent(batch);
      writeBatch(batch);
    });
    this.drainLater();
  }

  private newBatch(inbox: string, now: Instant): InboxBatch {
    return { sql: this.sql, inbox, now, underWay: this.underWay, urgent: false, keys: new Map(), repeats: new Map() };
  }

  private isNews(results: AcceptedEvent[], now: Instant): boolean {
    const isTold = ({ action, dedupKey }: AcceptedEvent) =>
      action === 'trigger' && (this.told.get(dedupKey) ?? 0) > now - CHILD_CHECK_MS;
    if (results.length > 0 && results.every(isTold)) return false;
    if (this.told.size > 1000) this.told.clear();
    for (const { action, dedupKey } of results) {
      if (action === 'trigger') this.told.set(dedupKey, now);
      else this.told.delete(dedupKey);
    }
    return true;
  }

  async declare({ inbox, signal, by, ...opening }: Declaration): Promise<Result<{ id: string; joined: boolean }>> {
    const configured = await this.configured(inbox);
    if (!configured.ok) return configured;
    if (!this.config) await this.configure(configured.value);
    const now = Date.now();
    const dedupKey = boundedDedupKey(signal.dedupKey);
    const own = { ...signal, inbox, dedupKey };
    const decision = decideAlert(inbox, dedupKey, 'trigger', readKey(this.sql, dedupKey));
    if (decision.kind === 'record') return err(failure('conflict', decision.reason));
    const { incidentId } = decision;
    this.ctx.storage.transactionSync(() => {
      if (decision.kind === 'forward') {
        addMessage(this.sql, incidentId, { kind: 'alert', action: 'trigger', signal: own, by }, now);
        return;
      }
      const { generation } = decision;
      const fresh = { dedupKey, generation, incidentId, open: true, count: 1, lastAt: now };
      writeKey(this.sql, { ...fresh, urgency: own.urgency, number: null });
      openIncident(this.sql, { ...opening, id: incidentId, signal: own }, by, now);
    });
    // A person waits for the incident's page, so it is opened before the answer.
    await this.drain();
    await this.arm();
    return ok({ id: incidentId, joined: decision.kind === 'forward' });
  }

  async release(dedupKey: string, incidentId: string): Promise<void> {
    releaseKey(this.sql, dedupKey, incidentId);
  }

  /** The incident was reopened: it answers for its key again, unless a later one already does. */
  async hold(dedupKey: string, incidentId: string): Promise<void> {
    const entry = readKey(this.sql, dedupKey);
    if (entry?.open && entry.incidentId !== incidentId) return;
    const fresh = { dedupKey, generation: 1, incidentId, count: 1, lastAt: Date.now(), urgency: null, number: null };
    writeKey(this.sql, { ...fresh, ...entry, incidentId, open: true });
  }

  async confirm(incidentId: string, number: number): Promise<void> {
    nameIncident(this.sql, incidentId, number);
    this.sql.exec('DELETE FROM children WHERE incident_id = ?', incidentId);
  }

  async poke(): Promise<void> {
    if (this.config) await this.alarm();
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + RETRY_ALARM_MS);
    try {
      this.fold();
      await this.pokeChildren();
      await this.drain();
    } catch (error) {
      console.error(`alarm of inbox ${this.config?.inbox}: ${String(error)}`);
      return;
    }
    await this.arm();
  }

  /** Incidents that the read model has not confirmed are asked to try again, ever more seldom. */
  private async pokeChildren(): Promise<void> {
    const now = Date.now();
    const due = this.sql
      .exec<{ id: string; since: number }>(
        'SELECT incident_id AS id, since FROM children WHERE poke_at <= ? LIMIT 50',
        now,
      )
      .toArray();
    for (const { id, since } of due) {
      const wait = Math.min(Math.max(now - since, CHILD_CHECK_MS), 10 * CHILD_CHECK_MS);
      this.sql.exec('UPDATE children SET poke_at = ? WHERE incident_id = ?', now + wait, id);
    }
    await Promise.all(
      due.map(({ id }) => incidentPort(this.env, id, this.config?.plan.service.settings.locationHint).poke()),
    );
  }

  private async drain(): Promise<void> {
    if (!this.config) return;
    const { inbox, plan } = this.config;
    await drainOutbox(this.ctx.storage, this.env, inbox, plan, this.underWay);
  }

  private drainLater(): void {
    this.ctx.waitUntil(this.drain().then(() => this.arm()));
  }

  /** Messages are handed on right after they are stored; the alarm is for what a crash left behind. */
  private async arm(): Promise<void> {
    const message = earliestDue(this.sql);
    const child = this.sql.exec<{ at: number | null }>('SELECT min(poke_at) AS at FROM children').one().at;
    const repeats = hasRepeats(this.sql) ? Date.now() + (this.foldTimer ? LOST_FOLD_MS : WORK_GRACE_MS) : null;
    const waits = [message === null ? null : Math.max(message, Date.now() + WORK_GRACE_MS), child, repeats];
    const set = waits.filter((at) => at !== null);
    if (set.length > 0) await this.ctx.storage.setAlarm(Math.min(...set));
    else await this.ctx.storage.deleteAlarm();
  }
}

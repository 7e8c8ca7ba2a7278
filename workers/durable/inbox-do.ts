import { DurableObject } from 'cloudflare:workers';
import * as pace from '../../domain/alert/group-commit';
import type { HeartbeatState } from '../../domain/heartbeat/heartbeat';
import type { Route } from '../../domain/ingest/routing/route';
import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';
import type { Env } from '../env';
import { arm } from './alarm';
import { isRepeat } from './inbox/accept';
import { newBatch } from './inbox/batch';
import { drainChanges } from './inbox/changes';
import { pokeChildren } from './inbox/children';
import { commitCalls, foldRepeats } from './inbox/commit';
import { askForConfig, readConfig, writeConfig, wrongKey } from './inbox/config';
import { declareByHand } from './inbox/declare';
import { drainOutbox } from './inbox/drain';
import { WORK_GRACE_MS, workDueAt } from './inbox/due';
import { adoptHeartbeat, type HeartbeatReport, isKeyOf, notePing, reportHeartbeat } from './inbox/heartbeat';
import { requestOf, takeIn } from './inbox/intake';
import type { EventTrace } from './inbox/journal';
import { keepRefused } from './inbox/keep-calls';
import { holdKey, nameIncident, redirectKey, releaseKey } from './inbox/keys';
import { News } from './inbox/news';
import { type RecentEvent, readAgain, readRecent, testCall } from './inbox/recent';
import { hasRepeats, KeptRepeats } from './inbox/repeats';
import { INBOX_MIGRATIONS } from './inbox/schema';
import { isSeen, replayed } from './inbox/seen';
import { ownCall } from './inbox/silence';
import { Soonest } from './inbox/soonest';
import { addSubscription, confirmSubscriptions } from './inbox/subscriptions';
import { Turns } from './inbox/turns';
import { proveCall, refuseCall } from './inbox/verify';
import { OWN_TRACE, type Waiting } from './inbox/waiting';
import { missedByNow } from './inbox/watch';
import { migrate } from './migrate';
import type { AcceptedEvent, Declaration, InboundCall, InboxConfig, InboxPort, MovedKey, Ping } from './ports';

const RETRY_ALARM_MS = 5_000;
/** Incidents spoken to at once. */
const AT_ONCE = 40;

/**
 * Accepts alerts for one integration: checks the key, keeps the raw event, decides what becomes of it, and hands it on
 * to the incidents. What it has answered 202 for is stored. A service's own inbox takes incidents declared by hand.
 */
export class InboxDO extends DurableObject<Env> implements InboxPort {
  private readonly sql = this.ctx.storage.sql;
  private config: InboxConfig | null;
  private readonly turns = new Turns(AT_ONCE, () => pace.openingRest(this.lastCommit, Date.now()));
  private waiting: Waiting[] = [];
  private readonly commitTimer = new Soonest(() => this.commit());
  private readonly foldTimer = new Soonest(() => this.fold());
  private lastCommit = pace.NO_COMMIT;
  private lastFold: pace.LastFold = { at: 0, repeats: 0 };
  private readonly kept = new KeptRepeats(this.sql);
  private readonly news = new News();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, INBOX_MIGRATIONS);
    this.config = readConfig(this.sql);
    if (this.config) ctx.blockConcurrencyWhile(() => this.arm());
  }

  /** Two pushes can cross on their way: a plan older than the one at hand is left aside. */
  async configure(config: InboxConfig): Promise<void> {
    if (this.config && config.plan.version < this.config.plan.version) return;
    adoptHeartbeat(this.sql, this.config, config, Date.now());
    this.config = config;
    writeConfig(this.sql, config);
    this.drainLater();
  }

  private async configured(inbox: string): Promise<Result<InboxConfig>> {
    if (this.config) return ok(this.config);
    return askForConfig(this.env, inbox);
  }

  /** The same, kept from now on: for callers that need not prove anything first. */
  private async adopted(inbox: string): Promise<Result<InboxConfig>> {
    const configured = await this.configured(inbox);
    if (configured.ok && !this.config) await this.configure(configured.value);
    return configured;
  }

  async accept(call: InboundCall): Promise<Result<AcceptedEvent[]>> {
    const configured = await this.configured(call.inbox);
    if (!configured.ok) return configured;
    const { integration } = configured.value;
    const now = Date.now();
    const refused = refuseCall(call, integration, now);
    const body = new TextDecoder().decode(call.body);
    if (refused && !refused.keep) return err(refused.failure);
    if (!this.config) await this.configure(configured.value);
    if (refused || !integration) return keepRefused(this.sql, call, body, refused?.failure ?? wrongKey);
    const proof = await proveCall(this.env, call, body, integration, now);
    if (!proof.ok) return keepRefused(this.sql, call, body, proof.error);
    const { replayKey, ...trace } = proof.value;
    // From here to the write nothing waits: of two calls with the same bytes one is the replay.
    const isWaiting = () => this.waiting.some((one) => one.replayKey === replayKey);
    if (replayKey !== null && (isSeen(this.sql, replayKey) || isWaiting())) {
      return keepRefused(this.sql, call, body, replayed, trace);
    }
    const routes = takeIn(integration, requestOf(call, body, now));
    if (!routes.ok) return keepRefused(this.sql, call, body, routes.error, trace);
    if (integration.type === 'cloudwatch' && routes.value.some(({ event }) => event.action === 'confirmed')) {
      addSubscription(this.sql, body, now);
      this.ctx.waitUntil(this.arm().then(() => this.visitSubscriptions()));
    }
    return ok(await this.take(call, body, routes.value, trace, replayKey));
  }

  private take(
    call: InboundCall,
    body: string,
    routes: Route[],
    trace: EventTrace,
    replayKey: string | null = null,
  ): Promise<AcceptedEvent[]> {
    return new Promise((answer, fail) => {
      this.waiting.push({ call, body, routes, trace, replayKey, answer, fail });
      this.commitSoon(routes);
    });
  }

  recent(limit: number): Promise<RecentEvent[]> {
    return Promise.resolve(readRecent(this.sql, limit));
  }

  async takeTest(inbox: string, body: string): Promise<Result<AcceptedEvent[]>> {
    const configured = await this.adopted(inbox);
    if (!configured.ok) return configured;
    const { integration } = configured.value;
    if (!integration?.enabled) return err(failure('conflict', 'This integration is switched off.'));
    const call = testCall(inbox, body);
    const routes = takeIn(integration, requestOf(call, body, Date.now()), 'events');
    return routes.ok ? ok(await this.take(call, body, routes.value, OWN_TRACE)) : routes;
  }

  async replay(inbox: string, eventId: number): Promise<Result<AcceptedEvent[]>> {
    const configured = await this.configured(inbox);
    if (!configured.ok) return configured;
    const { integration } = configured.value;
    const kept = readAgain(this.sql, inbox, integration, eventId);
    if (!kept.ok) return kept;
    const { call, body, routes } = kept.value;
    const trace = { key: 'read again by a person', signature: 'not asked for', replayOf: eventId };
    return ok(await this.take(call, body, routes, trace));
  }

  async ping(ping: Ping): Promise<Result<{ state: HeartbeatState }>> {
    const configured = await this.configured(ping.inbox);
    if (!configured.ok) return configured;
    const { heartbeat, plan } = configured.value;
    if (!heartbeat || !isKeyOf(heartbeat, ping.secret, Date.now())) return err(wrongKey);
    if (!this.config) await this.configure(configured.value);
    const { route, state } = notePing(this.sql, heartbeat, ping, plan.organisation.appUrl, Date.now());
    if (route) await this.takeOwn(ping.inbox, [route]);
    await this.arm();
    return ok({ state });
  }

  heartbeat(): Promise<HeartbeatReport | null> {
    const { heartbeat } = this.config ?? {};
    return Promise.resolve(heartbeat ? reportHeartbeat(this.sql, heartbeat, Date.now()) : null);
  }

  private takeOwn(inbox: string, routes: Route[]): Promise<AcceptedEvent[]> {
    return this.take(ownCall(inbox), '', routes, OWN_TRACE);
  }

  /** Repeats of open keys wait for a full batch or a moment (SEMANTICS 20); everything else only in a burst. */
  private commitSoon(routes: Route[]): void {
    const now = Date.now();
    const delay = routes.every((route) => isRepeat(this.sql, route)) ? pace.commitDelay : pace.urgentDelay;
    const wait = this.waiting.length >= pace.FULL_BATCH ? 0 : delay(this.lastCommit, now);
    if (wait === 0) this.commit();
    else this.commitTimer.within(wait, now);
  }

  /** Writes everything that waits at once. The answers leave only when it is durable: that is the output gate. */
  private commit(): void {
    this.commitTimer.clear();
    const { waiting, config } = this;
    if (!config || waiting.length === 0) return;
    this.waiting = [];
    const now = Date.now();
    const batch = newBatch(this.sql, config, this.kept, this.turns.names, now);
    let answers: AcceptedEvent[][];
    try {
      answers = commitCalls(this.ctx.storage, batch, waiting, config.integration, this.news);
    } catch (error) {
      this.kept.forget();
      for (const { fail } of waiting) fail(error);
      return;
    }
    this.lastCommit = pace.committed(this.lastCommit, waiting.length, now);
    // Armed before the answer leaves: should the process die now, this alarm hands on what was accepted.
    if (batch.urgent) void this.ctx.storage.setAlarm(now + WORK_GRACE_MS);
    for (const [index, { answer }] of waiting.entries()) answer(answers[index] ?? []);
    if (batch.urgent) this.drainLater();
    else if (batch.repeats.size > 0) this.foldLater();
  }

  private async watch(): Promise<void> {
    const { config } = this;
    const routes = config ? missedByNow(this.sql, config, Date.now()) : [];
    if (config && routes.length > 0) await this.takeOwn(config.inbox, routes);
  }

  private async visitSubscriptions(): Promise<void> {
    if (this.config) await confirmSubscriptions(this.sql, this.config.inbox, Date.now());
    await this.arm();
  }

  private foldLater(): void {
    if (this.foldTimer.isSet) return;
    const now = Date.now();
    this.foldTimer.within(pace.foldDelay(this.lastFold, now), now);
    this.ctx.waitUntil(this.arm());
  }

  /** Hands on the repeats that were kept since the last time. */
  private fold(): void {
    this.foldTimer.clear();
    const now = Date.now();
    this.lastFold = { at: now, repeats: 0 };
    if (!this.config || !hasRepeats(this.sql)) return;
    const batch = newBatch(this.sql, this.config, this.kept, this.turns.names, now);
    this.lastFold.repeats = foldRepeats(this.ctx.storage, batch);
    this.drainLater();
  }

  async declare(declaration: Declaration): Promise<Result<{ id: string; joined: boolean }>> {
    const configured = await this.adopted(declaration.inbox);
    if (!configured.ok) return configured;
    const declared = declareByHand(this.ctx.storage, declaration, Date.now());
    if (!declared.ok) return declared;
    // A person waits for the incident's page, so it is opened before the answer.
    await this.drain();
    await this.arm();
    return declared;
  }

  async release(dedupKey: string, incidentId: string): Promise<void> {
    releaseKey(this.sql, dedupKey, incidentId, Date.now());
  }

  /** The incident was reopened: it answers for its key again, unless a later one already does. */
  async hold(dedupKey: string, incidentId: string): Promise<void> {
    holdKey(this.sql, dedupKey, incidentId, Date.now());
  }

  async redirect(moved: MovedKey): Promise<void> {
    redirectKey(this.sql, moved, Date.now());
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
      await this.watch();
      await pokeChildren(this.sql, this.env, Date.now(), this.config?.plan.service.settings.locationHint);
      await this.drain();
      await this.visitSubscriptions();
    } catch (error) {
      console.error(`alarm of inbox ${this.config?.inbox}: ${String(error)}`);
      return;
    }
    await this.arm();
  }

  private async drain(): Promise<void> {
    if (!this.config) return;
    await drainOutbox(this.ctx.storage, this.env, this.config, this.turns);
    await drainChanges(this.sql, this.env, this.config, Date.now());
  }

  private drainLater(): void {
    this.ctx.waitUntil(this.drain().then(() => this.arm()));
  }

  /** Messages are handed on right after they are stored; the alarm is for what a crash left behind. */
  private arm(): Promise<void> {
    return arm(this.ctx.storage, workDueAt(this.sql, Date.now(), this.foldTimer.isSet));
  }
}

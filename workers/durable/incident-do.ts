import { DurableObject } from 'cloudflare:workers';
import { actorRef, SYSTEM } from '../../domain/access/actor';
import { type ClaimOutcome, hasUnsettled, type SettleResult } from '../../domain/escalation/delivery';
import { type By, type IncidentEvent, open, type Transition, transition } from '../../domain/escalation/machine';
import type { ReceiptOutcome } from '../../domain/escalation/receipt';
import { dueTimers } from '../../domain/escalation/timers';
import { isHiddenFrom } from '../../domain/incident/audience';
import { type Listeners, summaryOf } from '../../domain/incident/projection';
import type { IncidentDetail } from '../../domain/incident/view';
import type { PlanWindow } from '../../domain/maintenance/window';
import type { Receipt } from '../../domain/notification/receipt/receipt';
import type { PagingPlan, PlanPerson } from '../../domain/plan/plan';
import { personOfMember } from '../../domain/plan/targets';
import type { Instant } from '../../domain/shared/time';
import type { PostResult } from '../../domain/slack/post';
import type { Env } from '../env';
import { noteHealth } from '../health';
import { arm, rearmIfLost } from './alarm';
import { admissionOf } from './incident/admission';
import { isRepeated, postAgain, settleTurn, takeTurn } from './incident/channel-post';
import { detailOf } from './incident/detail';
import { incidentDueAt } from './incident/due';
import { carryOut, drainEffects } from './incident/effects';
import { takeFollower, tellFollowers } from './incident/followers';
import {
  confirmProjection,
  confirmToInboxes,
  pagesFirst,
  postponeProjection,
  projectedSeq,
  projectToD1,
} from './incident/project';
import { rehearse } from './incident/rehearse';
import { respondentOf } from './incident/respondent';
import { saveOrKeep } from './incident/room';
import { INCIDENT_MIGRATIONS } from './incident/schema';
import { lastSeen, load, type Stored, savePlan, withNotification } from './incident/store';
import { type Shown, shownSoFar, tellVisitors } from './incident/visitors';
import { migrate } from './migrate';
import { refreshedPlan } from './plan';
import type { Applied, InboxMessage, IncidentPort, MessageOutcome, PostTurn, Rehearsal, Respondent } from './ports';

/** The next attempt that is armed before an alarm does its work: a crash in between costs this, not the page. */
const RETRY_ALARM_MS = 5_000;

/**
 * One running incident. A shell: it loads, lets `domain/escalation/machine` decide, stores state and effects in one
 * write, sets its alarm to the earliest wait, and carries the effects out afterwards.
 */
export class IncidentDO extends DurableObject<Env> implements IncidentPort {
  private readonly sql = this.ctx.storage.sql;
  private current: Stored | null;
  private projecting = false;
  /** What status pages were last told of. */
  private shown: Shown = 'OPERATIONAL';
  /** Effects under way, so that none is begun twice at once. */
  private readonly inFlight = new Set<number>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage, INCIDENT_MIGRATIONS);
    this.current = load(this.sql);
    if (!this.current) return;
    this.shown = shownSoFar(this.sql, this.current);
    if (hasUnsettled(this.current.state.notifications)) this.step({ kind: 'restart' });
    ctx.blockConcurrencyWhile(() => rearmIfLost(ctx.storage, this.dueAt()));
  }

  override fetch(): Response {
    return takeFollower(this.ctx);
  }

  async receive(batch: { inbox: string; plan: PagingPlan; messages: InboxMessage[] }): Promise<MessageOutcome[]> {
    const outcomes = batch.messages.map((message) => this.receiveOne(batch.inbox, batch.plan, message));
    await this.moveOn();
    return outcomes;
  }

  private receiveOne(inbox: string, plan: PagingPlan, message: InboxMessage): MessageOutcome {
    if (message.seq <= lastSeen(this.sql, inbox)) return 'done';
    const now = Date.now();
    let outcome: MessageOutcome = 'done';
    if (message.kind === 'open') {
      if (!this.current) this.store(open(message.opening, plan, now, message.by), now);
    } else if (!this.current) {
      outcome = 'closed';
    } else {
      const { kind: _kind, by, seq: _seq, ...rest } = message;
      const result = transition(this.current.state, { kind: 'alert', ...rest }, this.current.plan, now, by);
      if (result.outcome.kind === 'closed') outcome = 'closed';
      if (result.outcome.kind === 'moved') outcome = { movedTo: result.outcome.to };
      this.store(result, now);
    }
    this.sql.exec('INSERT OR REPLACE INTO inboxes (inbox, seq) VALUES (?, ?)', inbox, message.seq);
    return outcome;
  }

  async apply(event: IncidentEvent, by: By, request?: string, isCleared = false): Promise<Applied | null> {
    if (this.current && !isCleared && isHiddenFrom(by.actor, this.current.state, this.current.plan))
      return { outcome: { kind: 'hidden' }, summary: summaryOf(this.current.state, this.current.plan) };
    if (this.current && request !== undefined && isRepeated(this.sql, request, Date.now()))
      return { outcome: { kind: 'unchanged' }, summary: summaryOf(this.current.state, this.current.plan) };
    const applied = this.step(event, by);
    if (!applied) return null;
    await this.moveOn();
    return { outcome: applied.outcome, summary: summaryOf(applied.state, applied.plan) };
  }

  async respondent(notificationId: string): Promise<Respondent | null> {
    return this.current && respondentOf(this.sql, this.current, notificationId);
  }

  /** The receiver's own object is asked first, so that nothing waits between load and store. */
  async claim(notificationId: string): Promise<ClaimOutcome> {
    const notification = this.current?.state.notifications[notificationId];
    const admission = notification ? await admissionOf(this.env, notification, Date.now()) : undefined;
    const event: IncidentEvent = { kind: 'claim', notificationId, ...(admission ? { admission } : {}) };
    const outcome = this.step(event)?.outcome as ClaimOutcome | undefined;
    // The next method waits to go out, or the bundle for its time.
    if (outcome?.kind === 'settled') await this.moveOn();
    return outcome ?? { kind: 'unknown' };
  }

  /** A late one of an incident that is not kept any more changes nothing and brings nothing back (SEMANTICS 24). */
  async receipt(notificationId: string, receipt: Receipt): Promise<'applied' | 'unchanged' | 'unknown'> {
    const outcome = this.step({ kind: 'receipt', notificationId, receipt })?.outcome as ReceiptOutcome | undefined;
    if (outcome?.kind === 'applied') await this.moveOn();
    return outcome?.kind ?? 'unknown';
  }

  async settle(notificationId: string, attempt: number, result: SettleResult): Promise<void> {
    await this.tell({ kind: 'settle', notificationId, attempt, result });
  }

  async deadLetter(notificationId: string, error: string): Promise<void> {
    await this.tell({ kind: 'dead-letter', notificationId, error });
  }

  async leadBundle(notificationId: string): Promise<boolean> {
    return (await this.tell({ kind: 'lead', notificationId })) === 'applied';
  }

  async bundleFailed(notificationId: string, reason: string): Promise<void> {
    await this.tell({ kind: 'bundle-failed', notificationId, reason });
  }

  private async tell(event: IncidentEvent): Promise<string | undefined> {
    const outcome = this.step(event)?.outcome.kind;
    await this.moveOn();
    return outcome;
  }

  async detail(): Promise<IncidentDetail | null> {
    return this.current && detailOf(this.sql, this.current.state, this.current.plan, Date.now());
  }

  async personOfMember(memberId: string, teamId: string | null): Promise<PlanPerson | null> {
    return this.current && personOfMember(this.current.plan, memberId, teamId);
  }

  async claimPost(): Promise<PostTurn> {
    if (!this.current) return { kind: 'nothing' };
    const turn = takeTurn(this.sql, this.current, Date.now());
    await this.arm();
    return turn;
  }

  async settlePost(settled: { attempt: number; seq: number; result: PostResult }): Promise<void> {
    const news = settleTurn(this.sql, settled, Date.now());
    if (news) this.step({ kind: 'channel-post', ...news });
    await this.moveOn();
  }

  async poke(): Promise<void> {
    if (!this.current) return;
    const due = this.dueAt();
    await (due !== null && due <= Date.now() ? this.alarm() : this.moveOn());
  }

  async takeWindows(maintenance: PlanWindow[]): Promise<void> {
    if (!this.current) return;
    // Without a hash it is taken for older than anything that D1 has.
    const plan = { ...this.current.plan, maintenance, hash: '' };
    savePlan(this.sql, plan);
    this.current = { ...this.current, plan };
    await this.apply({ kind: 'maintenance' }, { actor: actorRef(SYSTEM), origin: 'timer' });
  }

  async rehearse(script: Rehearsal): Promise<void> {
    if (this.current) return;
    for (const { at, result } of rehearse(script)) this.store(result, at);
    this.sql.exec('DELETE FROM effects');
    await this.moveOn();
  }

  /**
   * Arms the next attempt first, then works: a throw or a crash can never lose the alarm (ARCHITECTURE §5). What goes
   * out afterwards is not waited for: a slow provider must not hold up the next step.
   */
  override async alarm(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now() + RETRY_ALARM_MS);
    try {
      await this.refreshPlanBeforeStep();
      const [due] = dueTimers(this.current?.state.timers ?? {}, Date.now());
      if (due) {
        this.step({ kind: 'timers' });
        this.ctx.waitUntil(noteHealth(this.env, 'alarm-late', Date.now() - due.at));
      }
    } catch (error) {
      return console.error(`alarm of ${this.current?.state.id}: ${String(error)}`);
    }
    await this.moveOn();
  }

  /** Load, decide, store: nothing in between waits, so no other event can slip in (SEMANTICS 23). */
  private step(event: IncidentEvent, by?: By): Transition | null {
    if (!this.current) return null;
    const now = Date.now();
    const state = withNotification(this.sql, this.current.state, event);
    const result = transition(state, event, this.current.plan, now, by);
    if (result.state !== state) this.store(result, now);
    return result;
  }

  private store(result: Transition, now: Instant): void {
    if (result.state === this.current?.state) return;
    const { stored, unsaved, wasFull } = saveOrKeep(this.ctx.storage, this.current, result, now);
    this.current = stored;
    tellFollowers(this.ctx);
    for (const effect of unsaved) this.ctx.waitUntil(carryOut(this.sql, this.env, effect, stored, this));
    if (wasFull) this.ctx.waitUntil(noteHealth(this.env, 'storage-full', 1));
  }

  private async refreshPlanBeforeStep(): Promise<void> {
    const before = this.current;
    const pages =
      before && dueTimers(before.state.timers, Date.now()).some(({ kind }) => kind !== 'unsettled' && kind !== 'retry');
    if (!before || !pages) return;
    const plan = await refreshedPlan(this.env, before.state, before.plan, Date.now());
    if (plan === before.plan || !this.current) return;
    savePlan(this.sql, plan);
    this.current = { ...this.current, plan };
  }

  private dueAt(): Instant | null {
    return this.current && incidentDueAt(this.sql, this.current.state, Date.now());
  }

  private arm(): Promise<void> {
    return arm(this.ctx.storage, this.dueAt());
  }

  /** After a change: the alarm first, then what follows from it, which nobody waits for. */
  private async moveOn(): Promise<void> {
    await this.arm();
    const carried = this.drainEffects();
    const projected = pagesFirst(this.current)
      .then(() => this.project())
      .then((listeners) => this.drainEffects(listeners));
    const posted = postAgain(this.sql, this.env, this.current);
    this.ctx.waitUntil(Promise.all([carried, projected, posted]).then(() => this.arm()));
  }

  /** Carrying out an effect can add another one, by then with other listeners. */
  private async drainEffects(listeners: Listeners | null = null): Promise<void> {
    let known = listeners;
    while (this.current && (await drainEffects(this.sql, this.env, this.current, this, this.inFlight, known)))
      known = null;
  }

  /** One projection at a time; changes that come meanwhile are in the next one. Answers who hears of it; null: not asked. */
  private async project(): Promise<Listeners | null> {
    if (this.projecting) return null;
    this.projecting = true;
    let listeners: Listeners | null = null;
    try {
      while (this.current && (this.current.state.seq > projectedSeq(this.sql) || this.current.state.number === null)) {
        const { seq } = this.current.state;
        const projected = await projectToD1(this.sql, this.current, this.env);
        await this.confirm(projected.number);
        confirmProjection(this.sql, seq, projected.number, Date.now());
        listeners = projected.listeners;
        this.shown = await tellVisitors(this.env, this.current, this.shown, listeners.statusPages);
      }
    } catch (error) {
      console.warn(`projection of ${this.current?.state.id} failed: ${String(error)}`);
      postponeProjection(this.sql, Date.now());
    } finally {
      this.projecting = false;
    }
    return listeners;
  }

  /** The first projection gives the human number. */
  private async confirm(number: number): Promise<void> {
    if (!this.current || this.current.state.number === number) return;
    await confirmToInboxes(this.env, this.current, number);
    this.current = { ...this.current, state: { ...this.current.state, number } };
  }
}

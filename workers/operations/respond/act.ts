import { deviceName } from '../../../db/repositories/devices';
import type { IncidentSummary } from '../../../domain/incident/view';
import type { BundledIncident } from '../../../domain/notification/bundle';
import { ORIGIN_OF, type TokenAction } from '../../../domain/respond/action-token';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { within } from '../../access/within';
import type { Context } from '../../context';
import type { Respondent } from '../../durable/ports';
import { acknowledgeIncident } from '../incident/acknowledge';
import type { Acted } from '../incident/act';
import { bulkIncidents } from '../incident/bulk';
import { escalateIncident } from '../incident/escalate';
import { resolveIncident } from '../incident/resolve';
import { type OpenedToken, openToken } from './open-token';

/** `bundle`: how many of the incidents that one message told of are acknowledged now. */
export type Answered = {
  action: TokenAction;
  incident: IncidentSummary;
  changed: boolean;
  bundle?: { acknowledged: number; total: number };
};

const PATIENCE_MS = 500;

/**
 * Does what a token stands for, in the name of whoever was paged, by the same operations as the web (ARCHITECTURE, one
 * way in). Repeating it changes nothing. Needs no session and no database. Failures: those of `openToken`, conflict
 * (names the current status).
 */
export async function answerByToken(context: Context, { token }: { token: string }): Promise<Result<Answered>> {
  const opened = await openToken(context, token);
  if (!opened.ok) return opened;
  return answerPage(context, opened.value);
}

/** What a page is answered with, whichever way the answer came. */
export type Page = {
  token: Pick<OpenedToken['token'], 'action' | 'origin' | 'incidentId' | 'notificationId'>;
  respondent: Respondent;
};

/** Does it in the name of whoever was paged. Failures: conflict (names the current status), not-found. */
export async function answerPage(context: Context, page: Page): Promise<Result<Answered>> {
  const answering = await contextOf(context, page);
  const { bundle } = page.respondent.content;
  if (bundle && page.token.action === 'acknowledge') return acknowledgeAll(answering, page, bundle.incidents);
  const acted = await act(answering, page);
  return acted.ok ? ok({ action: page.token.action, ...acted.value }) : acted;
}

/** A message that told of many is answered for all of them; what somebody else has, or is over, stays as it is. */
async function acknowledgeAll(
  context: Context,
  { token, respondent }: Page,
  incidents: readonly BundledIncident[],
): Promise<Result<Answered>> {
  const ids = incidents.map(({ incidentId }) => incidentId);
  const done = await bulkIncidents(context, { verb: 'acknowledge', ids });
  if (!done.ok) return done;
  const rows = done.value.data;
  const failed = rows.find((row) => !row.ok && row.error.code === 'unavailable');
  if (failed && !failed.ok) return err(failed.error);
  const own = rows.find((row) => row.ok && row.id === token.incidentId);
  return ok({
    action: token.action,
    incident: own?.ok ? own.incident : respondent.summary,
    changed: rows.some((row) => row.ok && row.changed),
    bundle: { acknowledged: rows.filter((row) => row.ok).length, total: rows.length },
  });
}

function act(context: Context, { token }: Page): Promise<Result<Acted>> | Result<Acted> {
  const { action, incidentId: id, notificationId } = token;
  switch (action) {
    case 'acknowledge':
      return acknowledgeIncident(context, { id });
    case 'resolve':
      return resolveIncident(context, { id });
    case 'escalate':
      return escalateIncident(context, { id, once: notificationId });
    case 'receipt':
      return err(failure('not-found', 'This link is not one of ours, or a part of it was lost on its way.'));
  }
}

/** Whoever was paged may answer the page, whatever their role is elsewhere; so they act as a responder, and only here. */
async function contextOf(context: Context, { token, respondent }: Page): Promise<Context> {
  const { userId: id, userName: name, methodId } = respondent;
  const device = token.origin === 'push' ? await within(PATIENCE_MS, () => deviceName(context.db, methodId)) : null;
  const via = device?.answered ? device.value : null;
  return {
    ...context,
    actor: { kind: 'user', id, name, role: 'RESPONDER', ...(via ? { via } : {}) },
    origin: ORIGIN_OF[token.origin],
  };
}

import { LIFECYCLE, type Verdict } from '../../../domain/incident/lifecycle';
import type { IncidentSummary } from '../../../domain/incident/view';
import type { BundledIncident } from '../../../domain/notification/bundle';
import type { TokenAction } from '../../../domain/respond/action-token';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { noSuchIncident } from '../incident/find';
import { openToken } from './open-token';

export type Look = {
  action: Exclude<TokenAction, 'receipt'>;
  incident: IncidentSummary;
  /** Whose answer it would be. */
  person: string;
  /** What pressing the button would come to now. */
  verdict: Verdict;
  /** Everything the message told of, where it told of many and the link acknowledges. */
  bundle: IncidentSummary[] | null;
};

/** What a link would do, without doing it: mail programs and scanners open links by themselves. Failures: as `openToken`. */
export async function lookAtToken(context: Context, { token }: { token: string }): Promise<Result<Look>> {
  const opened = await openToken(context, token);
  if (!opened.ok) return opened;
  const { action } = opened.value.token;
  const { summary: incident, userName: person, content } = opened.value.respondent;
  if (action === 'receipt') return err(noSuchIncident);
  const isMany = action === 'acknowledge' && content.bundle !== undefined;
  const bundle = isMany ? await summariesOf(context, content.bundle?.incidents ?? []) : null;
  const verdicts = (bundle ?? [incident]).map(({ status }) => LIFECYCLE[action][status]);
  const verdict = verdicts.includes('apply') ? 'apply' : LIFECYCLE[action][incident.status];
  return ok({ action, incident, person, verdict, bundle });
}

/** The incidents as they are now; one that is not kept any more is left out. */
async function summariesOf({ env }: Context, incidents: readonly BundledIncident[]): Promise<IncidentSummary[]> {
  const found = await Promise.all(
    incidents.map(async ({ incidentId, notificationId }) => {
      const respondent = await incidentPort(env, incidentId).respondent(notificationId);
      return respondent?.summary ?? null;
    }),
  );
  return found.filter((summary) => summary !== null);
}

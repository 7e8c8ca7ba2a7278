import { LIFECYCLE, type Verdict } from '../../../domain/incident/lifecycle';
import type { IncidentSummary } from '../../../domain/incident/view';
import type { TokenAction } from '../../../domain/respond/action-token';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { noSuchIncident } from '../incident/find';
import { openToken } from './open-token';

export type Look = {
  action: Exclude<TokenAction, 'receipt'>;
  incident: IncidentSummary;
  /** Whose answer it would be. */
  person: string;
  /** What pressing the button would come to now. */
  verdict: Verdict;
};

/** What a link would do, without doing it: mail programs and scanners open links by themselves. Failures: as `openToken`. */
export async function lookAtToken(context: Context, { token }: { token: string }): Promise<Result<Look>> {
  const opened = await openToken(context, token);
  if (!opened.ok) return opened;
  const { action } = opened.value.token;
  const { summary: incident, userName: person } = opened.value.respondent;
  if (action === 'receipt') return err(noSuchIncident);
  return ok({ action, incident, person, verdict: LIFECYCLE[action][incident.status] });
}

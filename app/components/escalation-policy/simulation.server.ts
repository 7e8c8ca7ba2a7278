import { operationsOf } from '~/lib/operations';
import type { DraftPolicy } from '~/lib/paging';
import type { AppLoadContext } from '~/lib/rr';
import { usableZone } from '~/lib/time';
import type { Viewer } from '../../../domain/access/viewer';
import { URGENCIES } from '../../../domain/incident/incident';
import { instantOf } from './moment-field';
import type { Simulation } from './simulator';

/** What the page's address asks to simulate, and what comes of it. */
export async function simulationOf(
  context: AppLoadContext,
  { locale, timezone }: Viewer,
  policy: DraftPolicy,
  params: URLSearchParams,
): Promise<Simulation> {
  const urgency = URGENCIES.find((one) => one === params.get('urgency')) ?? 'HIGH';
  const text = params.get('at');
  if (text === null) return { at: context.now, urgency, error: null, pages: null };
  const at = instantOf(text, usableZone(locale, timezone));
  if (at === null)
    return { at: context.now, urgency, error: 'Give a day and a time that exist in the calendar.', pages: null };
  const simulated = await operationsOf(context).simulate.policy({ policy, at, urgency });
  if (!simulated.ok) return { at, urgency, error: simulated.error.message, pages: null };
  if (simulated.value === null)
    return { at, urgency, error: 'There is no service yet that an alert could come in for.', pages: null };
  return { at, urgency, error: null, pages: simulated.value };
}

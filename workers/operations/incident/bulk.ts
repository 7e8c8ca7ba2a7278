import type { BulkInput, TagsInput } from '../../../domain/incident/input';
import { verbFor } from '../../../domain/incident/status-verb';
import { type Failure, failure } from '../../../domain/shared/errors';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { acknowledgeIncident } from './acknowledge';
import type { Acted } from './act';
import { changeTags } from './change-tags';
import { escalateIncident } from './escalate';
import { mergeIncident, unmergeIncident } from './merge';
import { pauseIncident, resumeIncident } from './pause';
import { reassignIncident } from './reassign';
import { reopenIncident } from './reopen';
import { resolveIncident } from './resolve';
import { seeIncident, summaryFrom } from './see';
import { snoozeIncident, unsnoozeIncident } from './snooze';
import { suppressIncident, unsuppressIncident } from './suppress';
import { updateIncident } from './update';

/** What became of one row; the others are done whatever happens to it. */
export type BulkRow =
  | { id: string; ok: true; incident: Acted['incident']; changed: boolean }
  | { id: string; ok: false; error: Failure };

function actOnOne(context: Context, id: string, input: BulkInput): Promise<Result<Acted>> {
  switch (input.verb) {
    case 'acknowledge':
      return acknowledgeIncident(context, { id });
    case 'resolve':
      return resolveIncident(context, { ...input, id });
    case 'snooze':
      return snoozeIncident(context, { ...input, id });
    case 'unsnooze':
      return unsnoozeIncident(context, { id });
    case 'escalate':
      return escalateIncident(context, { ...input, id });
    case 'pause':
      return pauseIncident(context, { ...input, id });
    case 'resume':
      return resumeIncident(context, { id });
    case 'reassign':
      return reassignIncident(context, { ...input, id });
    case 'reopen':
      return reopenIncident(context, { ...input, id });
    case 'suppress':
      return suppressIncident(context, { ...input, id });
    case 'unsuppress':
      return unsuppressIncident(context, { id });
    case 'merge':
      return mergeIncident(context, { ...input, id });
    case 'unmerge':
      return unmergeIncident(context, { ...input, id });
    case 'urgency':
    case 'priority':
      return updateIncident(context, {
        id,
        ...(input.verb === 'urgency' ? { urgency: input.urgency } : { priority: input.priority }),
      });
    case 'tags':
      return tagOne(context, id, input);
    case 'status':
      return moveTo(context, id, input);
  }
}

async function tagOne(context: Context, id: string, input: TagsInput): Promise<Result<Acted>> {
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const tagged = await changeTags(context, { ...input, id: seen.value.id });
  return tagged.ok ? ok({ incident: summaryFrom(seen.value), changed: true }) : tagged;
}

/** Whatever verb leads there from where each of them is. */
async function moveTo(context: Context, id: string, input: BulkInput & { verb: 'status' }): Promise<Result<Acted>> {
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const verb = verbFor(seen.value.status, input.status);
  const { minutes, until, reason } = input;
  switch (verb) {
    case null:
      return ok({ incident: summaryFrom(seen.value), changed: false });
    case 'snooze':
      return snoozeIncident(context, { id, minutes, until, reason });
    case 'reopen':
    case 'suppress':
      return actOnOne(context, id, { verb, ids: [id], reason });
    case 'acknowledge':
    case 'resolve':
    case 'escalate':
    case 'unsnooze':
    case 'unsuppress':
      return actOnOne(context, id, { verb, ids: [id] });
    default:
      throw new Error(`no status is reached by ${verb}`);
  }
}

/** One verb on several incidents by the verb's own operation; answers a row for each id, in order. Timelines name the message that was answered, else that it was done in bulk. */
export async function bulkIncidents(context: Context, input: BulkInput): Promise<Result<{ data: BulkRow[] }>> {
  const isScreen = context.origin === 'web' || context.origin === 'api';
  const bulk: Context = { ...context, origin: isScreen ? 'bulk' : context.origin };
  const rows = await Promise.all(
    input.ids.map(async (id): Promise<BulkRow> => {
      try {
        const result = await actOnOne(bulk, id, input);
        return result.ok ? { id, ok: true, ...result.value } : { id, ok: false, error: result.error };
      } catch (error) {
        console.error(`bulk ${input.verb} of ${id}: ${String(error)}`);
        return { id, ok: false, error: failure('unavailable', 'This incident did not answer. Try it again.') };
      }
    }),
  );
  return ok({ data: rows });
}

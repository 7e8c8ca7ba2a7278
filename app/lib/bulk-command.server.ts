import { bulkInput } from '../../domain/incident/input';
import { splitTags } from '../../domain/incident/tag';
import { failure } from '../../domain/shared/errors';
import { err, ok, type Result } from '../../domain/shared/result';
import { optionalTextOf, textOf } from './form';
import { type Asker, assigneeOf, snoozeOf } from './incident-command.server';
import type { IncidentOperations } from './operations';
import { parsed } from './parse.server';

/** What a bulk form may ask for; everything else it offers is a page's own affair. */
export const BULK_VERBS = [
  'acknowledge',
  'resolve',
  'escalate',
  'snooze',
  'unsnooze',
  'suppress',
  'unsuppress',
  'reassign',
  'merge',
  'urgency',
  'priority',
  'status',
  'tags',
] as const;
export type BulkVerb = (typeof BULK_VERBS)[number];

/** What became of several incidents: how many are as asked, and each that is not, with the reason. */
export type BulkOutcome = {
  verb: BulkVerb;
  done: number;
  failed: { id: string; number: number | null; title: string; message: string }[];
};

/** Does to every ticked incident what the pressed button says; one that refuses does not hold up the others. */
export async function runBulkCommand(
  incident: IncidentOperations,
  form: FormData,
  asker: Asker,
): Promise<Result<BulkOutcome>> {
  const verb = BULK_VERBS.find((one) => one === textOf(form, 'verb'));
  if (!verb) return err(failure('invalid', 'This button is not known.'));
  // What the others go into may be ticked as well.
  const ids = tickedOf(form).filter((id) => verb !== 'merge' || id !== textOf(form, 'into'));
  if (ids.length === 0) return err(failure('invalid', 'Tick at least one incident.'));
  if (verb === 'reassign' && !textOf(form, 'assignee')) {
    return err(failure('invalid', 'Choose whom to reassign to.', { fields: [ASSIGNEE] }));
  }
  if (verb === 'tags' && !textOf(form, 'tags')) {
    const fields = [{ path: 'tags', message: 'Name a tag.' }];
    return err(failure('invalid', 'Name a tag to put on them.', { fields }));
  }
  if (verb === 'merge' && !textOf(form, 'into')) {
    return err(failure('invalid', 'Choose what to merge into.', { fields: [INTO] }));
  }
  const answer = await parsed(bulkInput, { verb, ids, ...fieldsOf(verb, form, asker) }, incident.bulk);
  if (!answer.ok) return answer;
  const failed = await Promise.all(
    answer.value.data.flatMap((row) => (row.ok ? [] : [namedFailure(incident, row.id, row.error.message)])),
  );
  return ok({ verb, done: ids.length - failed.length, failed });
}

const INTO = { path: 'into', message: 'Choose what to merge into.' };
const ASSIGNEE = { path: 'assignee', message: 'Choose whom to reassign to.' };

/** The ids of the ticked lines, each once. */
export const tickedOf = (form: FormData): string[] => [...new Set(form.getAll('ids').map(String).filter(Boolean))];

function fieldsOf(verb: BulkVerb, form: FormData, asker: Asker) {
  if (verb === 'snooze') return snoozeOf(form, asker);
  if (verb === 'reassign') return assigneeOf(form);
  if (verb === 'urgency') return { urgency: textOf(form, 'urgency') };
  if (verb === 'priority') return { priority: optionalTextOf(form, 'priority') ?? null };
  if (verb === 'status') return { status: textOf(form, 'status'), minutes: 60 };
  if (verb === 'tags') return { add: splitTags(textOf(form, 'tags')) };
  if (verb === 'merge') return { into: textOf(form, 'into') };
  if (verb === 'resolve') return { note: optionalTextOf(form, 'note') };
  return {};
}

async function namedFailure(incident: IncidentOperations, id: string, message: string) {
  const found = await incident.get({ id });
  return { id, number: found.ok ? found.value.number : null, title: found.ok ? found.value.title : id, message };
}

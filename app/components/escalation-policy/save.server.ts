import { changedFields } from '~/lib/changed';
import { type Refusal, refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import type { EscalationPolicyOperations, PolicyPreview } from '~/lib/paging';
import { type AppLoadContext, data, redirect } from '~/lib/rr';
import { type CreatePolicyInput, createPolicyInput } from '../../../domain/escalation/input';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { draftOf, type PolicyDraft, policyInputOf, previewable, readDraft, withoutBlanks } from './draft';
import { moved } from './draft-moves';
import { fieldOfPath, messageFor, placeOf } from './form-errors';
import { previewOrNone } from './load.server';
import { CHANGEABLE, policyPath } from './words';

/** A form that comes back: after a button that stores nothing, or because it was refused. */
export type PolicyAnswer = {
  draft: PolicyDraft;
  preview: PolicyPreview | null;
  /** The control that has the keyboard; empty when the refusal has it. */
  focus: string;
  refusal: Refusal | null;
};

/** Answers a submitted form: the form again, or the page of the policy that was stored. */
export async function answerPolicyForm(context: AppLoadContext, request: Request, id: string | null) {
  const form = await request.formData();
  const typed = readDraft(form);
  const next = moved(typed, textOf(form, 'op'));
  if (next) {
    const preview = await previewOrNone(context, previewable(next.draft));
    const answer: PolicyAnswer = { ...next, preview, refusal: null };
    return data(answer);
  }
  const draft = withoutBlanks(typed);
  const saved = await save(operationsOf(context).escalationPolicy, id, draft);
  if (saved.ok) throw redirect(saved.value);
  const refused = refusal(inWords(saved.error), 'policy', form, { context, request });
  const preview = await previewOrNone(context, previewable(draft));
  const answer: PolicyAnswer = { draft, preview, focus: '', refusal: refused.data };
  return data(answer, refused.init ?? {});
}

async function save(
  policy: EscalationPolicyOperations,
  id: string | null,
  draft: PolicyDraft,
): Promise<Result<string>> {
  const input = inputOf(draft);
  if (!input.ok) return input;
  if (id === null) {
    const made = await policy.create(input.value);
    return made.ok ? ok(`${policyPath(made.value.id)}?done=create`) : made;
  }
  const before = await policy.get({ id });
  if (!before.ok) return before;
  const saved = await policy.update({ id, ...input.value });
  if (!saved.ok) return saved;
  const changed = changedFields(draftOf(before.value), draftOf(saved.value), CHANGEABLE);
  return ok(`${policyPath(id)}?done=update&changed=${encodeURIComponent(changed)}`);
}

function inputOf(draft: PolicyDraft): Result<CreatePolicyInput> {
  const parsed = createPolicyInput.safeParse(policyInputOf(draft));
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('/'), message }));
  return err(failure('invalid', 'Some of this could not be taken.', { fields }));
}

/** The failure in the form's own field names and in words for people. */
function inWords(error: Failure): Failure {
  if (!error.fields) return error;
  const fields = error.fields.map(({ path, message }) => ({
    path: fieldOfPath(path),
    message: messageFor(path) ?? message,
  }));
  return { ...error, fields: fields.sort((a, b) => placeOf(a.path) - placeOf(b.path)) };
}

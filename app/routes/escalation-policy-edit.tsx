import { draftOf } from '~/components/escalation-policy/draft';
import { previewOrNone, targetChoices } from '~/components/escalation-policy/load.server';
import { PolicyForm } from '~/components/escalation-policy/policy-form';
import { answerPolicyForm } from '~/components/escalation-policy/save.server';
import { MAY_NOT_WRITE, policyPath } from '~/components/escalation-policy/words';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const { escalationPolicy } = operationsOf(context);
  const policy = unwrap(await escalationPolicy.get({ id: params.id ?? '' }), { context, request });
  const [preview, choices] = await Promise.all([previewOrNone(context, policy), targetChoices(context)]);
  return { id: policy.id, name: policy.name, draft: draftOf(policy), preview, choices };
}

export function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  return answerPolicyForm(context, request, params.id ?? '');
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Edit ${data.name}` : 'Edit an escalation policy');

export default function EscalationPolicyEdit() {
  const { id, name, draft, preview, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const trail = [
    { to: '/escalation-policies', word: 'Escalation policies' },
    { to: policyPath(id), word: name },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageHeader title={`Edit ${name}`} />
      <PolicyForm
        draft={answer?.draft ?? draft}
        preview={answer ? answer.preview : preview}
        choices={choices}
        focus={answer?.focus ?? ''}
        refusal={answer?.refusal ?? null}
        save="Save policy"
        cancelTo={policyPath(id)}
      />
    </>
  );
}

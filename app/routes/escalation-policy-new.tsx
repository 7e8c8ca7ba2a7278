import { NEW_POLICY } from '~/components/escalation-policy/draft';
import { targetChoices } from '~/components/escalation-policy/load.server';
import { PolicyForm } from '~/components/escalation-policy/policy-form';
import { answerPolicyForm } from '~/components/escalation-policy/save.server';
import { MAY_NOT_WRITE } from '~/components/escalation-policy/words';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  return { choices: await targetChoices(context) };
}

export function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  return answerPolicyForm(context, request, null);
}

export const meta = () => pageTitle('Create an escalation policy');

export default function EscalationPolicyNew() {
  const { choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/escalation-policies', word: 'Escalation policies' }]} />
      <PageHeader title="Create an escalation policy" />
      <PolicyForm
        draft={answer?.draft ?? NEW_POLICY}
        preview={answer?.preview ?? null}
        choices={choices}
        focus={answer?.focus ?? ''}
        refusal={answer?.refusal ?? null}
        save="Create policy"
        cancelTo="/escalation-policies"
      />
    </>
  );
}

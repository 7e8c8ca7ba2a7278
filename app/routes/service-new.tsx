import { createFrom } from '~/components/service/save.server';
import { ServiceForm } from '~/components/service/service-form';
import { valuesOf } from '~/components/service/values';
import { MAY_NOT_WRITE } from '~/components/service/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { DEFAULT_SERVICE_SETTINGS } from '../../domain/plan/plan';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const { team, escalationPolicy } = operationsOf(context);
  const [teams, policies] = await Promise.all([choicesOrNone(team.list), choicesOrNone(escalationPolicy.list)]);
  const [only] = policies;
  const blank = {
    name: '',
    description: null,
    teamId: null,
    // With a single policy there is nothing to choose: forgetting it would leave the service without a pager.
    escalationPolicyId: policies.length === 1 && only ? only.id : null,
    runbookUrl: null,
    slackChannel: null,
    settings: DEFAULT_SERVICE_SETTINGS,
  };
  return { teams, policies, values: valuesOf(blank) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const form = await request.formData();
  const answer = await createFrom(operationsOf(context).service, form);
  if (!answer.ok) return refusal(answer.error, 'service', form, { context, request });
  return redirect(answer.value);
}

export const meta = () => pageTitle('Create a service');

export default function ServiceNew() {
  const { teams, policies, values } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/services', word: 'Services' }]} />
      <PageHeader title="Create a service" />
      <ServiceForm
        values={values}
        refusal={useActionData<typeof action>()}
        teams={teams}
        policies={policies}
        save="Create service"
        cancelTo="/services"
      />
    </>
  );
}

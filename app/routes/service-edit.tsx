import { updateFrom } from '~/components/service/save.server';
import { ServiceForm } from '~/components/service/service-form';
import { valuesOf } from '~/components/service/values';
import { MAY_NOT_WRITE, servicePath } from '~/components/service/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const { service, team, escalationPolicy } = operationsOf(context);
  const [found, teams, policies] = await Promise.all([
    service.get({ id: params.id ?? '' }),
    choicesOrNone(team.list),
    choicesOrNone(escalationPolicy.list),
  ]);
  const { id, name, ...rest } = unwrap(found, { context, request });
  return { id, name, values: valuesOf({ name, ...rest }), teams, policies };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', MAY_NOT_WRITE);
  const form = await request.formData();
  const answer = await updateFrom(operationsOf(context).service, params.id ?? '', form);
  if (!answer.ok) return refusal(answer.error, 'service', form, { context, request });
  return redirect(answer.value);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? `Edit ${data.name}` : 'Edit a service');

export default function ServiceEdit() {
  const { id, name, values, teams, policies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const trail = [
    { to: '/services', word: 'Services' },
    { to: servicePath(id), word: name },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageHeader title={`Edit ${name}`} />
      <ServiceForm
        values={values}
        refusal={refused}
        teams={teams}
        policies={policies}
        save="Save service"
        cancelTo={servicePath(id)}
      />
    </>
  );
}

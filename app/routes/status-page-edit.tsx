import { PageForm } from '~/components/status-page/page-form';
import { pageInputOf, valuesOf } from '~/components/status-page/values';
import { PAGE_SAYS, STATUS_PAGES_PATH, statusPagePath, WHO_MAY } from '~/components/status-page/words';
import { zoneGroups } from '~/components/user/zones';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { updateStatusPageInput } from '../../domain/status-page/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const found = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const page = unwrap(found, { context, request });
  return { id: page.id, name: page.name, values: valuesOf(page), zones: zoneGroups(page.timezone) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const id = params.id ?? '';
  const { update } = operationsOf(context).statusPage;
  const changed = said(
    await parsed(updateStatusPageInput, pageInputOf(form), (input) => update({ id, ...input })),
    PAGE_SAYS,
  );
  if (!changed.ok) return refusal(changed.error, 'update', form, { context, request });
  return redirect(`${statusPagePath({ id })}?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Edit ${data?.name ?? ''}`);

export default function StatusPageEdit() {
  const { id, name, values, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: STATUS_PAGES_PATH, word: 'Status pages' },
          { to: statusPagePath({ id }), word: name },
        ]}
      />
      <PageHeader title={`Edit ${name}`} />
      <PageForm values={values} refusal={refused} zones={zones} save="Save page" cancelTo={statusPagePath({ id })} />
    </>
  );
}

import { PageForm } from '~/components/status-page/page-form';
import { pageInputOf } from '~/components/status-page/values';
import { PAGE_SAYS, STATUS_PAGES_PATH, statusPagePath, WHO_MAY } from '~/components/status-page/words';
import { zoneGroups } from '~/components/user/zones';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { PageHeader } from '~/ui/page';
import { createStatusPageInput } from '../../domain/status-page/input';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', WHO_MAY);
  return {
    values: {
      timezone: viewer.timezone,
      language: 'en',
      audience: 'public',
      showUptime: 'on',
      excludeMaintenance: 'on',
    },
    zones: zoneGroups(viewer.timezone),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const { create } = operationsOf(context).statusPage;
  const made = said(await parsed(createStatusPageInput, pageInputOf(form), create), PAGE_SAYS);
  if (!made.ok) return refusal(made.error, 'create', form, { context, request });
  return redirect(`${statusPagePath(made.value)}/components?done=create`);
}

export const meta = () => pageTitle('Add status page');

export default function StatusPageNew() {
  const { values, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: STATUS_PAGES_PATH, word: 'Status pages' }]} />
      <PageHeader title="Add status page" />
      <PageForm values={values} refusal={refused} zones={zones} save="Add status page" cancelTo={STATUS_PAGES_PATH} />
    </>
  );
}

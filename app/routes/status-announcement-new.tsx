import { AnnouncementForm } from '~/components/status-page/announcement-form';
import { ANNOUNCEMENT_SAYS, announcementInputOf } from '~/components/status-page/announcement-values';
import { StatusPageTrail } from '~/components/status-page/page-head';
import { statusPagePath, WHO_MAY_REPORT } from '~/components/status-page/words';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { PageHeader } from '~/ui/page';
import { createAnnouncementInput } from '../../domain/status-page/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const page = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name, timezone } = unwrap(page, { context, request });
  return { id, name, timezone };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const where = { context, request };
  const form = await request.formData();
  const { statusPage, statusAnnouncement } = operationsOf(context);
  const { id, timezone } = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const made = said(
    await parsed(createAnnouncementInput, announcementInputOf(form, timezone), (input) =>
      statusAnnouncement.create({ ...input, id }),
    ),
    ANNOUNCEMENT_SAYS,
  );
  if (!made.ok) return refusal(made.error, 'create', form, where);
  return redirect(`${statusPagePath({ id })}/announcements?done=create`);
}

export const meta = () => pageTitle('Write announcement');

export default function StatusAnnouncementNew() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <StatusPageTrail page={page} to="/announcements" word="Announcements" />
      <PageHeader title="Write announcement" />
      <AnnouncementForm
        values={{ type: 'INFO' }}
        refusal={refused}
        timezone={page.timezone}
        save="Announce"
        cancelTo={`${statusPagePath(page)}/announcements`}
      />
    </>
  );
}

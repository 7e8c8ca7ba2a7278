import { AnnouncementForm } from '~/components/status-page/announcement-form';
import {
  ANNOUNCEMENT_SAYS,
  announcementInputOf,
  announcementPhase,
  announcementValues,
} from '~/components/status-page/announcement-values';
import { StatusPageTrail } from '~/components/status-page/page-head';
import styles from '~/components/status-page/status-page.module.css';
import { statusPagePath, WHO_MAY_REPORT } from '~/components/status-page/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { PageHeader } from '~/ui/page';
import { toIso } from '../../domain/shared/time';
import { updateAnnouncementInput } from '../../domain/status-page/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const where = { context, request };
  const { statusPage, statusAnnouncement } = operationsOf(context);
  const id = params.id ?? '';
  const found = unwrap(await statusAnnouncement.get({ id, announcementId: params.announcementId ?? '' }), where);
  const { name, timezone } = unwrap(await statusPage.get({ id }), where);
  return {
    page: { id, name, timezone },
    title: found.title,
    values: announcementValues(found, timezone),
    phase: announcementPhase(found, context.now),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const where = { context, request };
  const form = await request.formData();
  const { statusPage, statusAnnouncement } = operationsOf(context);
  const { id, timezone } = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const target = { id, announcementId: params.announcementId ?? '' };
  const list = `${statusPagePath({ id })}/announcements`;
  const verb = textOf(form, 'verb');
  if (verb === 'remove') {
    const removed = await statusAnnouncement.remove(target);
    return removed.ok ? redirect(`${list}?done=remove`) : refusal(removed.error, verb, form, where);
  }
  const input = verb === 'end' ? { endsAt: toIso(context.now) } : announcementInputOf(form, timezone);
  const changed = said(
    await parsed(updateAnnouncementInput, input, (one) => statusAnnouncement.update({ ...one, ...target })),
    ANNOUNCEMENT_SAYS,
  );
  if (!changed.ok) return refusal(changed.error, 'update', form, where);
  return redirect(`${list}?done=${verb === 'end' ? 'end' : 'update'}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title ?? 'Announcement');

export default function StatusAnnouncementScreen() {
  const { page, title, values, phase } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <StatusPageTrail page={page} to="/announcements" word="Announcements" />
      <PageHeader title={title}>
        <Form method="post" className={styles.pair}>
          {phase === 'Shown now' ? (
            <Button name="verb" value="end">
              End now
            </Button>
          ) : null}
          <Button name="verb" value="remove" look="danger">
            Delete announcement
          </Button>
        </Form>
      </PageHeader>
      <AnnouncementForm
        values={values}
        refusal={refused}
        timezone={page.timezone}
        save="Save announcement"
        cancelTo={`${statusPagePath(page)}/announcements`}
      />
    </>
  );
}

import { ReportEdit } from '~/components/status-page/report-edit';
import styles from '~/components/status-page/status-page.module.css';
import { UpdateForm } from '~/components/status-page/update-form';
import { reportChangeOf, reportInputOf, reportValues } from '~/components/status-page/values';
import {
  REPORT_SAYS,
  reportPath,
  STATUS_PAGES_PATH,
  STATUS_WORDS,
  statusPagePath,
  WHO_MAY_REPORT,
} from '~/components/status-page/words';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
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
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page';
import { Moment } from '~/ui/time';
import { postUpdateInput, updateReportInput } from '../../domain/status-page/input';

const DONE: Record<string, string> = {
  publish: 'The report is published. Visitors see it now.',
  draft: 'The draft is kept. Nobody sees it before it is published.',
  later: 'The draft is kept, and published by itself at its time.',
  edit: 'The report is saved.',
  update: 'The update is published. Visitors see it now.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const { statusPage, statusReport, statusSubscriber } = operationsOf(context);
  const report = unwrap(await statusReport.get({ id, reportId: params.reportId ?? '' }), where);
  const { name, components, timezone, urls } = unwrap(await statusPage.get({ id }), where);
  const componentIds = report.components.map(({ componentId }) => componentId);
  const { count } = unwrap(await statusSubscriber.count({ id, componentIds }), where);
  return {
    page: { id, name, components, timezone, url: urls[0] ?? '' },
    report,
    subscribers: count,
    mayReport: viewer.permissions.includes('incident.respond'),
    done: new URL(request.url).searchParams.get('done') ?? '',
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const where = { context, request };
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  const { statusPage, statusReport } = operationsOf(context);
  const { id, timezone } = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const target = { id, reportId: params.reportId ?? '' };
  if (verb === 'remove') {
    const removed = await statusReport.remove(target);
    return removed.ok ? redirect(`${statusPagePath({ id })}?done=report`) : refusal(removed.error, verb, form, where);
  }
  if (verb === 'edit') {
    const changed = said(
      await parsed(updateReportInput, reportChangeOf(form, { timeZone: timezone }), (change) =>
        statusReport.update({ ...change, ...target }),
      ),
      REPORT_SAYS,
    );
    return changed.ok
      ? redirect(`${reportPath(id, changed.value)}?done=edit`)
      : refusal(changed.error, verb, form, where);
  }
  const input = reportInputOf(form, { timeZone: timezone });
  const done =
    verb === 'publish'
      ? await statusReport.publish(target)
      : said(
          await parsed(postUpdateInput, input, (update) => statusReport.postUpdate({ ...update, ...target })),
          REPORT_SAYS,
        );
  if (!done.ok) return refusal(done.error, 'update', form, where);
  return redirect(`${reportPath(id, done.value)}?done=${verb === 'publish' ? 'publish' : 'update'}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.report.title ?? 'Report');

export default function StatusReportScreen() {
  const { page, report, subscribers, mayReport, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const publicUrl = `${page.url}/reports/${report.id}`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: STATUS_PAGES_PATH, word: 'Status pages' },
          { to: statusPagePath(page), word: page.name },
        ]}
      />
      <PageHeader title={report.title}>
        {mayReport ? (
          <Form method="post" className={styles.pair}>
            {report.isDraft ? (
              <Button name="verb" value="publish" look="primary">
                Publish, tell {subscribers}
              </Button>
            ) : null}
            <Button name="verb" value="remove" look="danger">
              Delete report
            </Button>
          </Form>
        ) : null}
      </PageHeader>
      <NoticeRegion>
        {DONE[done] ? (
          <Notice glyph="check" key={`${done} ${report.updates.length}`}>
            <p>{DONE[done]}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="The report">
        <DefinitionList
          facts={[
            ['Status', report.isDraft ? 'Draft, seen by nobody' : STATUS_WORDS[report.status]],
            ['Published by itself', report.publishAt ? <Moment key="publish" at={report.publishAt} /> : null],
            ['From', <Moment key="from" at={report.startsAt} />],
            ['Until', report.endsAt ? <Moment key="until" at={report.endsAt} /> : null],
            ['Next update by', report.nextUpdateAt ? <Moment key="next" at={report.nextUpdateAt} /> : null],
            [
              'Visitors read it at',
              report.isDraft ? null : (
                <a key="url" href={publicUrl}>
                  {publicUrl}
                </a>
              ),
            ],
          ]}
        />
      </Section>
      <Section title="Updates">
        <ol className={styles.updates}>
          {report.updates.map((update) => (
            <li key={update.id}>
              <b>{STATUS_WORDS[update.status]}</b>{' '}
              <span className={styles.muted}>
                <Moment at={update.at} /> · {update.by}
              </span>
              <p className={styles.body}>{update.body}</p>
            </li>
          ))}
        </ol>
      </Section>
      {mayReport && !report.isDraft ? (
        <Section title="Next update">
          <UpdateForm
            key={report.updates.length}
            report={report}
            components={page.components}
            subscribers={subscribers}
            timezone={page.timezone}
            refusal={refusalOf(refused, 'update')}
          />
        </Section>
      ) : null}
      {mayReport ? (
        <ReportEdit
          key={report.updatedAt}
          report={report}
          values={reportValues(report, page.timezone)}
          timezone={page.timezone}
          refusal={refusalOf(refused, 'edit')}
        />
      ) : null}
    </>
  );
}

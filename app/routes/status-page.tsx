import { instantOf } from '~/components/escalation-policy/moment-field';
import { StatusPageHead } from '~/components/status-page/page-head';
import { StateSelect } from '~/components/status-page/state-select';
import styles from '~/components/status-page/status-page.module.css';
import {
  AUDIENCE_WORDS,
  KIND_WORDS,
  reportPath,
  STATE_WORDS,
  STATUS_WORDS,
  sourceText,
  statusPagePath,
  WHO_MAY_REPORT,
} from '~/components/status-page/words';
import { cx } from '~/lib/cx';
import { refusal, unwrap } from '~/lib/failure';
import { optionalTextOf, textOf } from '~/lib/form';
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
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { Field, Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';
import { Moment } from '~/ui/time';
import { toIso } from '../../domain/shared/time';
import { setStateInput } from '../../domain/status-page/input';

const DONE: Record<string, string> = {
  update: 'The page is saved.',
  state: 'The component is set. Visitors see it now.',
  report: 'The report is deleted.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const id = params.id ?? '';
  const { statusPage, statusReport, statusSubscriber } = operationsOf(context);
  const page = unwrap(await statusPage.get({ id }), where);
  const [reports, subscribers] = await Promise.all([
    statusReport.list({ id, limit: 20 }),
    statusSubscriber.count({ id, componentIds: [] }),
  ]);
  const { look: _look, templates: _templates, ...shown } = page;
  return {
    page: shown,
    reports: unwrap(reports, where).data.map(({ updates: _updates, ...report }) => report),
    subscribers: unwrap(subscribers, where).count,
    mayWrite: viewer.permissions.includes('config.write'),
    mayReport: viewer.permissions.includes('incident.respond'),
    done: new URL(request.url).searchParams.get('done') ?? '',
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY_REPORT);
  const form = await request.formData();
  const id = params.id ?? '';
  const componentId = textOf(form, 'componentId');
  const { get, setState } = operationsOf(context).statusPage;
  const { timezone } = unwrap(await get({ id }), { context, request });
  const until = instantOf(textOf(form, 'until'), { timeZone: timezone });
  const input = { state: optionalTextOf(form, 'state') ?? null, until: until === null ? null : toIso(until) };
  const set = await parsed(setStateInput, input, (one) => setState({ id, componentId, ...one }));
  if (!set.ok) return refusal(set.error, 'state', form, { context, request });
  return redirect(`${statusPagePath({ id })}?done=state`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.page.name ?? 'Status page');

export default function StatusPageScreen() {
  const { page, reports, subscribers, mayWrite, mayReport, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = statusPagePath(page);
  return (
    <>
      <StatusPageHead page={page} mayWrite={mayWrite}>
        {mayReport ? (
          <>
            <LinkButton to={`${path}/reports/new`} look="primary">
              Write report
            </LinkButton>
            <LinkButton to={`${path}/reports/new?kind=maintenance`}>Plan maintenance</LinkButton>
          </>
        ) : null}
        {mayWrite ? (
          <>
            <LinkButton to={`${path}/edit`}>Edit page</LinkButton>
            <LinkButton to={`${path}/delete`} look="quiet">
              Delete page
            </LinkButton>
          </>
        ) : null}
      </StatusPageHead>
      <NoticeRegion>
        {DONE[done] ? (
          <Notice glyph="check" key={done}>
            <p>{DONE[done]}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="The page">
        <DefinitionList
          facts={[
            [
              'Address',
              page.urls.map((url, i) => (
                <span key={url}>
                  {i > 0 ? ', ' : ''}
                  <a href={url}>{url}</a>
                </span>
              )),
            ],
            ['Seen by', AUDIENCE_WORDS[page.audience]],
            ['Subscribers', String(subscribers)],
            ['For programs', `${page.urls[0]}/api/v2/summary.json`],
          ]}
        />
      </Section>
      <Section
        title="Components"
        aside={mayWrite ? <LinkButton to={`${path}/components`}>Edit components</LinkButton> : null}
      >
        {page.components.length > 0 ? (
          <Table
            label="Components"
            rows={page.components}
            keyOf={({ id }) => id}
            main={{ label: 'Name', text: ({ name }) => name }}
            columns={[
              { label: 'Group', width: 'm', cell: ({ group }) => group ?? '' },
              { label: 'Now', width: 'm', cell: ({ state }) => STATE_WORDS[state] },
              { label: 'Why', width: 'l', cell: (component) => sourceText(component) },
            ]}
            under={(component) => `${STATE_WORDS[component.state]} · ${sourceText(component)}`}
          />
        ) : (
          <EmptyState>No component yet.</EmptyState>
        )}
      </Section>
      {mayReport && page.components.length > 0 ? (
        <Section title="Set a component by hand">
          <Form method="post" className={cx(formClass, styles.under)}>
            <Select label="Component" name="componentId">
              {page.components.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <StateSelect label="It is" name="state" none="Automatic again" />
            <Field
              label={`Until (optional), ${page.timezone}`}
              name="until"
              type="datetime-local"
              hint="Left empty: until somebody gives it back to its services."
            />
            <FormActions>
              <Button>Set component</Button>
            </FormActions>
          </Form>
        </Section>
      ) : null}
      <Section title="Reports">
        {reports.length > 0 ? (
          <Table
            label="Reports"
            rows={reports}
            keyOf={({ id }) => id}
            main={{ label: 'Title', to: (report) => reportPath(page.id, report), text: ({ title }) => title }}
            columns={[
              { label: 'Kind', width: 'm', cell: ({ kind }) => KIND_WORDS[kind] },
              { label: 'Status', width: 'm', cell: (one) => (one.isDraft ? 'Draft' : STATUS_WORDS[one.status]) },
              { label: 'From', width: 'l', cell: ({ startsAt }) => <Moment at={startsAt} /> },
            ]}
            under={(one) => (one.isDraft ? 'Draft' : STATUS_WORDS[one.status])}
          />
        ) : (
          <EmptyState>Nothing has been reported yet.</EmptyState>
        )}
      </Section>
    </>
  );
}

import styles from '~/components/settings/settings.module.css';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { useClock } from '~/lib/clock';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Select } from '~/ui/field';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { Section } from '~/ui/page';
import { Table } from '~/ui/table';
import { RETENTION_CHOICES, retentionPreviewInput, updateRetentionInput } from '../../domain/organisation/retention';

const WHO_MAY = 'Only administrators see and change settings.';

/** `?days=`: what a choice would do, shown before it is taken. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { retention } = operationsOf(context);
  const query = new URL(request.url).searchParams;
  const days = query.get('days');
  const preview = days ? await parsed(retentionPreviewInput, { incidentDays: days }, retention.preview) : null;
  return {
    retention: unwrap(await retention.get(), where),
    asked: days,
    preview: preview?.ok ? preview.value : null,
    done: query.has('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const form = await request.formData();
  const days = textOf(form, 'days');
  const answer = await parsed(
    updateRetentionInput,
    { incidentDays: days === 'ever' ? null : Number(days) },
    operationsOf(context).retention.update,
  );
  return answer.ok
    ? redirect('/settings/retention?done=save')
    : refusal(answer.error, 'retention', form, { context, request });
}

export const meta = () => pageTitle('Retention');

const daysWords = (days: number): string =>
  days % 365 === 0 ? `${days / 365} ${days === 365 ? 'year' : 'years'}` : `${days} days`;

/** What the product keeps by itself, and no setting changes. */
const FIXED: { what: string; long: string }[] = [
  { what: 'Incidents: number, title, service, times', long: 'For ever' },
  { what: 'Figures, and the days that they are made of', long: 'For ever' },
  { what: 'Postmortems, action items, status reports', long: 'Until somebody deletes them' },
  { what: 'Audit log', long: 'For ever' },
  { what: 'Messages outside incidents (invitations, digests)', long: 'For ever' },
  { what: 'Change events', long: '90 days' },
  { what: 'What subscribers of a status page were told', long: '30 days' },
];

export default function SettingsRetention() {
  const { retention, asked, preview, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale } = useClock();
  const count = (n: number): string =>
    `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? 'incident' : 'incidents'}`;
  const { incidentDays, waiting } = retention;
  const now = incidentDays === null ? 'ever' : String(incidentDays);
  const offered = [...new Set([...RETENTION_CHOICES, ...(incidentDays === null ? [] : [incidentDays])])].toSorted(
    (a, b) => a - b,
  );
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <div className={styles.news}>
        <NoticeRegion>
          {done && !refused ? (
            <Notice glyph="check">
              <p>Saved.</p>
            </Notice>
          ) : null}
        </NoticeRegion>
        {refused ? <RefusalNotice refusal={refused} /> : null}
      </div>
      <Section title="Details of resolved incidents">
        <p className={styles.text}>
          Description, timeline, alerts, pages, notes and custom fields of an incident. They are kept{' '}
          <strong>{incidentDays === null ? 'for ever' : `for ${daysWords(incidentDays)} after it was resolved`}</strong>
          . Open incidents are never touched, and no figure changes when details go.
          {waiting > 0 ? ` ${count(waiting)} wait for it now; 50 a minute are done.` : ''}
        </p>
        <Form method="get" className={styles.form} preventScrollReset key={`${asked} ${now}`}>
          <Select label="Keep them" name="days" defaultValue={asked ?? now}>
            <option value="ever">For ever</option>
            {offered.map((days) => (
              <option key={days} value={days}>
                {daysWords(days)}
              </option>
            ))}
          </Select>
          <div className={styles.end}>
            <Button>See what this would remove</Button>
          </div>
        </Form>
        {asked === 'ever' ? (
          <Form method="post" className={styles.form}>
            <p>Nothing would be removed from now on. What is gone already does not come back.</p>
            <input type="hidden" name="days" value="ever" />
            <div className={styles.end}>
              <Button look="primary">Keep them for ever</Button>
            </div>
          </Form>
        ) : null}
        {preview ? (
          <Form method="post" className={styles.form}>
            <p>
              {count(preview.incidents)} would lose their details, 50 a minute, and others as they grow older than{' '}
              {daysWords(preview.incidentDays)}. This cannot be undone; save the incidents as a file first if you may
              need them.
            </p>
            <input type="hidden" name="days" value={preview.incidentDays} />
            <div className={styles.end}>
              <Button look="danger">Keep them for {daysWords(preview.incidentDays)}, then remove them</Button>
            </div>
          </Form>
        ) : null}
      </Section>
      <Section title="Everything else">
        <Table
          label="What is kept for how long"
          rows={FIXED}
          keyOf={({ what }) => what}
          main={{ label: 'What', text: ({ what }) => what }}
          columns={[{ label: 'Kept', width: 'xl', cell: ({ long }) => long }]}
          under={({ long }) => long}
        />
      </Section>
    </div>
  );
}

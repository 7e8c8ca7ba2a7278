import { ImportResult } from '~/components/schedule/import-result';
import { overrideRefusal } from '~/components/schedule/override.server';
import { peopleFor } from '~/components/schedule/save.server';
import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { MAY_NOT_OVERRIDE } from '~/components/schedule/words';
import { refusal, unwrap } from '~/lib/failure';
import { optionalTextOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field, Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { MOST_ICAL_BYTES } from '../../domain/schedule/ical-import';
import { failure } from '../../domain/shared/errors';
import styles from './schedule-calendar.module.css';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', MAY_NOT_OVERRIDE);
  const id = params.id ?? '';
  const { name, timezone } = unwrap(await operationsOf(context).schedule.get({ id }), { context, request });
  const people = await peopleFor(context);
  return { id, name, timezone, people: people.map(({ id, name }) => ({ id, name })) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', MAY_NOT_OVERRIDE);
  const where = { context, request };
  const form = await request.formData();
  const file = form.get('file');
  const refuse = (message: string) =>
    refusal(failure('invalid', message, { fields: [{ path: 'file', message }] }), 'import', form, where);
  if (!(file instanceof File) || file.size === 0) return refuse('Choose a calendar file.');
  if (file.size > MOST_ICAL_BYTES) return refuse('The file is larger than 10 MB.');
  const done = await operationsOf(context).schedule.importOverrides({
    id: params.id ?? '',
    text: await file.text(),
    userId: optionalTextOf(form, 'userId'),
    replacesUserId: optionalTextOf(form, 'replacesUserId'),
    dryRun: textOf(form, 'dryRun') !== '',
  });
  if (!done.ok) return overrideRefusal(done.error, form, where);
  return { imported: done.value };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Import into ${data.name}` : 'Import overrides');

export default function ScheduleImport() {
  const { id, name, timezone, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  const options = people.map((person) => (
    <option key={person.id} value={person.id}>
      {person.name}
    </option>
  ));
  return (
    <>
      <ScheduleTrail id={id} name={name} />
      <PageHeader title={name} />
      <ScheduleTabs id={id} />
      <div className={styles.page}>
        {refused ? <ErrorSummary refusal={refused} known={(field) => field === 'file'} /> : null}
        {answer && 'imported' in answer ? (
          <ImportResult imported={answer.imported} timezone={timezone} people={people} />
        ) : null}
        <Form method="post" encType="multipart/form-data" className={formClass}>
          <p>
            Each event of an iCalendar file becomes an override, for a year ahead. Events that were imported before are
            left out.
          </p>
          <Anchored name="file">
            <Field
              label="Calendar file (.ics, at most 10 MB)"
              name="file"
              type="file"
              accept=".ics,text/calendar"
              required
              error={refused?.errors.file}
            />
          </Anchored>
          <Select
            label="On call during the events"
            name="userId"
            defaultValue={refused?.values.userId}
            hint="Left open, each event puts on call whom it names: its attendee, or a name in its title."
          >
            <option value="">Whom each event names</option>
            {options}
          </Select>
          <Select
            label="Instead of"
            name="replacesUserId"
            defaultValue={refused?.values.replacesUserId}
            hint="With a person here and nobody above, the events are that person’s time off."
          >
            <option value="">everybody who is on call then</option>
            {options}
          </Select>
          <Checkbox label="Only show what would be imported" name="dryRun" defaultChecked />
          <FormActions>
            <Button look="primary">Import</Button>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

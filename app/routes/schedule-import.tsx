import { ApplyImport } from '~/components/schedule/apply-import';
import { calendarFileOf } from '~/components/schedule/calendar-file.server';
import { ImportResult } from '~/components/schedule/import-result';
import { overrideRefusal } from '~/components/schedule/override.server';
import { peopleFor } from '~/components/schedule/save.server';
import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { ScheduleTrail } from '~/components/schedule/schedule-trail';
import { MAY_NOT_OVERRIDE, schedulePath } from '~/components/schedule/words';
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
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
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
  const file = await calendarFileOf(form);
  if (!file.ok) return refusal(file.error, 'import', form, where);
  const [userId, replacesUserId] = [optionalTextOf(form, 'userId'), optionalTextOf(form, 'replacesUserId')];
  const isPreview = textOf(form, 'verb') === 'preview';
  const done = await operationsOf(context).schedule.importOverrides({
    id: params.id ?? '',
    text: file.value.text,
    userId,
    replacesUserId,
    dryRun: isPreview,
  });
  if (!done.ok) return overrideRefusal(done.error, form, where);
  return {
    imported: done.value,
    carried: isPreview ? file.value.carried : null,
    choices: { userId: userId ?? '', replacesUserId: replacesUserId ?? '' },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Import into ${data.name}` : 'Import overrides');

export default function ScheduleImport() {
  const { id, name, timezone, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  const done = answer && 'imported' in answer ? answer : null;
  const chosen = refused?.values ?? done?.choices;
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
        {done ? (
          <ImportResult
            lists={done.imported}
            timezone={timezone}
            one="override"
            many="overrides"
            who={({ userId }) =>
              userId === null ? 'Nobody' : (people.find((person) => person.id === userId)?.name ?? 'Somebody')
            }
          >
            {done.imported.dryRun ? (
              <ApplyImport
                count={done.imported.created.length}
                one="override"
                many="overrides"
                carried={done.carried}
                choices={done.choices}
                cancelTo={`${schedulePath(id)}/import`}
              />
            ) : (
              <LinkButton to={schedulePath(id)}>See the schedule</LinkButton>
            )}
          </ImportResult>
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
            defaultValue={chosen?.userId}
            hint="Left open, each event puts on call whom it names: its attendee, or a name in its title."
          >
            <option value="">Whom each event names</option>
            {options}
          </Select>
          <Select
            label="Instead of"
            name="replacesUserId"
            defaultValue={chosen?.replacesUserId}
            hint="With a person here and nobody above, the events are that person’s time off."
          >
            <option value="">everybody who is on call then</option>
            {options}
          </Select>
          <FormActions>
            <Button look={done ? 'plain' : 'primary'} name="verb" value="preview">
              Preview
            </Button>
            <Button look="quiet" name="verb" value="import">
              Import at once
            </Button>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

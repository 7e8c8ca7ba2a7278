import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Textarea } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { holidaysAsText, holidaysFromText, holidaysInput } from '../../domain/schedule/holidays';
import { failure } from '../../domain/shared/errors';
import { err, type Result } from '../../domain/shared/result';

const WHO_MAY = 'Holidays are set up by administrators. Ask one to change them.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const id = params.id ?? '';
  const { schedule, holiday } = operationsOf(context);
  const [found, days] = await Promise.all([schedule.get({ id }), holiday.get({ id })]);
  return { id, name: unwrap(found, where).name, text: holidaysAsText(unwrap(days, where).holidays) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const id = params.id ?? '';
  const form = await request.formData();
  const holidays = holidaysFromText(textOf(form, 'holidays'));
  const { holiday } = operationsOf(context);
  const answer = inOneField(
    await parsed(holidaysInput, { holidays }, (input) => holiday.put({ id, ...input })),
    holidays.map(({ date, name }) => `${date} ${name}`),
  );
  if (!answer.ok) return refusal(answer.error, 'holidays', form, { context, request });
  return redirect(`/schedules/${encodeURIComponent(id)}/fairness`);
}

/** Every line is typed into one field, so what is wrong with one names it. */
function inOneField<T>(answer: Result<T>, lines: readonly string[]): Result<T> {
  const field = answer.ok ? undefined : answer.error.fields?.[0];
  if (answer.ok || !field) return answer;
  const line = lines[Number(field.path.split('/')[1])];
  const message = line ? `“${line.slice(0, 60)}”: ${field.message}` : field.message;
  return err(failure('invalid', message, { fields: [{ path: 'holidays', message }] }));
}

export const meta = () => pageTitle('Holidays');

export default function ScheduleHolidays() {
  const { id, name, text } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const base = `/schedules/${encodeURIComponent(id)}`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/oncall', word: 'On call' },
          { to: base, word: name },
        ]}
      />
      <PageHeader title="Holidays" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Form method="post" className={formClass}>
        <Anchored name="holidays">
          <Textarea
            label="One a line: the date, then its name"
            name="holidays"
            rows={12}
            hint="Such as 2026-12-25 Christmas Day. They count in fairness and in the file for pay, and change nobody’s shifts."
            error={refused?.errors.holidays}
            defaultValue={refused?.values.holidays ?? text}
          />
        </Anchored>
        <FormActions>
          <Button look="primary">Save holidays</Button>
          <Link to={`${base}/fairness`}>Cancel</Link>
        </FormActions>
      </Form>
    </>
  );
}

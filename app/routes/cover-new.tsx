import { AskForm } from '~/components/cover/ask-form';
import styles from '~/components/cover/covers.module.css';
import { fromField, toField } from '~/components/cover/local-time';
import { COVER_SAYS, coverPath } from '~/components/cover/words';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { ErrorSummary } from '~/ui/error-summary';
import { PageHeader } from '~/ui/page';
import { coverInput } from '../../domain/cover/input';
import { parseInstant } from '../../domain/shared/time';

const WHO_MAY = 'Responders ask for cover of their own shifts. Ask an administrator to make you one.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'incident.respond', WHO_MAY);
  const where = { context, request };
  const id = params.id ?? '';
  const { schedule } = operationsOf(context);
  const [found, mine, load] = await Promise.all([
    schedule.get({ id }),
    schedule.ofPerson({ id: viewer.id }),
    schedule.fairness({ id }),
  ]);
  const { name } = unwrap(found, where);
  const { searchParams } = new URL(request.url);
  // Without times in the address: the next shift here.
  const next = unwrap(mine, where).data.find((shift) => shift.schedule.id === id);
  const at = (word: 'start' | 'end'): string => {
    const instant = parseInstant(searchParams.get(word) ?? next?.[word] ?? '');
    return instant === null ? '' : toField(instant, viewer.timezone);
  };
  return {
    id,
    name,
    timezone: viewer.timezone,
    hasShift: next !== undefined,
    values: { start: at('start'), end: at('end'), who: searchParams.get('who') ?? '' },
    people: unwrap(load, where)
      .data.map(({ user }) => user)
      .filter((user) => user.id !== viewer.id),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'incident.respond', WHO_MAY);
  const id = params.id ?? '';
  const form = await request.formData();
  const who = textOf(form, 'who');
  const agreed = textOf(form, 'agreed') === 'yes';
  const sent = {
    start: fromField(textOf(form, 'start'), timezone),
    end: fromField(textOf(form, 'end'), timezone),
    agreed,
    ...(who ? { offeredTo: [who] } : {}),
  };
  const { cover } = operationsOf(context);
  const answer = said(await parsed(coverInput, sent, (input) => cover.request({ id, ...input })), COVER_SAYS);
  if (!answer.ok) return refusal(answer.error, 'cover', form, { context, request });
  return redirect(`${coverPath(answer.value)}?done=${agreed ? 'agreed' : 'ask'}`);
}

export const meta = () => pageTitle('Ask for cover');

export default function CoverNew() {
  const { id, name, timezone, hasShift, values, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/schedules/${encodeURIComponent(id)}`;
  return (
    <div className={styles.page}>
      <Breadcrumbs
        trail={[
          { to: '/oncall', word: 'On call' },
          { to: back, word: name },
        ]}
      />
      <PageHeader title="Ask for cover" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <p className={styles.lead}>
        {hasShift
          ? 'The first who takes it is on call in your place, and both of you are told. Until then the shift is yours.'
          : 'You have no shift on this schedule in the next 60 days.'}
      </p>
      <AskForm values={values} people={people} timezone={timezone} refusal={refused} cancelTo={back} />
    </div>
  );
}

import { Agenda } from '~/components/schedule/agenda';
import styles from '~/components/schedule/agenda.module.css';
import { AGENDA_DAYS, agendaEnd, agendaOf } from '~/components/schedule/days';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { AsOf, PageHeader, Section } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const { schedule } = operationsOf(context);
  const id = params.id ?? '';
  const range = { id, from: context.now, to: agendaEnd(context.now) };
  const [found, shifts, gaps] = await Promise.all([schedule.get({ id }), schedule.shifts(range), schedule.gaps(range)]);
  const { name, timezone, overrides } = unwrap(found, where);
  const empty = unwrap(gaps, where);
  return {
    name,
    timezone,
    overrides: overrides.length,
    agenda: agendaOf(unwrap(shifts, where).data, empty.data),
    gaps: empty.data.length,
    services: empty.services,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Schedule');

export default function Schedule() {
  const { name, timezone, overrides, agenda, gaps, services } = useLoaderData<typeof loader>();
  useFreshData(60);
  return (
    <>
      <Breadcrumbs trail={[{ to: '/oncall', word: 'On call' }]} />
      <PageHeader title={name}>
        <AsOf />
      </PageHeader>
      <div className={styles.intro}>
        <p>
          Times are those of {timezone}.{' '}
          {overrides > 0
            ? `${overrides} ${overrides === 1 ? 'override is' : 'overrides are'} planned or in force. `
            : null}
          {services.length > 0 ? `It pages for ${services.map((service) => service.name).join(', ')}.` : null}
        </p>
        {gaps > 0 ? (
          <p>
            {gaps === 1 ? 'There is a gap' : `There are ${gaps} gaps`} in the next {AGENDA_DAYS} days. Then the policy
            goes on at once, in the end to its last resort.
          </p>
        ) : null}
      </div>
      <Section title={`The next ${AGENDA_DAYS} days`}>
        <Agenda stretches={agenda} timezone={timezone} />
      </Section>
    </>
  );
}

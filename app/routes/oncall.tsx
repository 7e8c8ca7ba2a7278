import { CoverOffers } from '~/components/cover/cover-offers';
import { fieldTextOf, instantOf } from '~/components/escalation-policy/moment-field';
import { OnCallList } from '~/components/oncall/oncall-list';
import { offsetText, placeOf } from '~/components/schedule/span-words';
import { useClock } from '~/lib/clock';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { absoluteTime, usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { AsOf, EmptyState, PageHeader } from '~/ui/page';
import { parseInstant, toIso } from '../../domain/shared/time';
import styles from './oncall.module.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, locale, timezone } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const zone = usableZone(locale, timezone);
  const when = asked.get('when');
  const typed = when ? instantOf(when, zone) : null;
  // An address with an instant in it tells everybody the same, whatever their clocks say.
  if (typed !== null) throw redirect(`/oncall?at=${encodeURIComponent(toIso(typed))}`);
  const at = parseInstant(asked.get('at'));
  const { oncall, cover } = operationsOf(context);
  const [answer, covers] = await Promise.all([oncall.now(at === null ? {} : { at }), cover.mine()]);
  return {
    onCall: unwrap(answer, { context, request }).data,
    offered: unwrap(covers, { context, request }).offered,
    viewerId: id,
    at,
    field: fieldTextOf(at ?? context.now, zone),
    clock: `${placeOf(zone.timeZone)}, ${offsetText(at ?? context.now, zone.timeZone)}`,
    wrong: (when !== null && when !== '') || (asked.get('at') !== null && at === null),
  };
}

export const meta = () => pageTitle('On call');

export default function OnCall() {
  const { onCall, offered, viewerId, at, field, clock, wrong } = useLoaderData<typeof loader>();
  const zone = useClock();
  useFreshData(60);
  return (
    <>
      <PageHeader title={at === null ? 'On call now' : 'On call then'}>
        {at === null ? <AsOf /> : null}
        <LinkButton to="/profile/shifts">Your shifts</LinkButton>
        <LinkButton to="/schedules">Schedules</LinkButton>
      </PageHeader>
      <CoverOffers covers={offered} />
      <Form method="get" className={styles.when} key={field}>
        <Field
          label={`At any moment (${clock})`}
          name="when"
          type="datetime-local"
          required
          defaultValue={field}
          error={wrong ? 'Give a day and a time.' : undefined}
        />
        <Button>Show</Button>
        {at === null ? null : <Link to="/oncall">Now</Link>}
      </Form>
      {at === null ? null : (
        <p className={styles.moment}>
          <time dateTime={toIso(at)} suppressHydrationWarning>
            {absoluteTime(at, zone)}
          </time>
          . This page has an address of its own: send it to whoever asks.
        </p>
      )}
      {onCall.length > 0 ? (
        <div className={styles.list}>
          <OnCallList entries={onCall} viewerId={viewerId} />
        </div>
      ) : (
        <EmptyState action={<LinkButton to="/schedules">Go to schedules</LinkButton>}>
          There is no schedule yet, so policies page the people they name.
        </EmptyState>
      )}
    </>
  );
}

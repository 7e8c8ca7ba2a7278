import { CoverageList } from '~/components/schedule/coverage-list';
import { DoneNotice, readDone } from '~/components/schedule/done-notice';
import { GapNotice } from '~/components/schedule/gap-notice';
import { HealthList } from '~/components/schedule/health-list';
import { LayerFacts } from '~/components/schedule/layer-facts';
import { loadSchedulePage } from '~/components/schedule/load-page.server';
import { ScheduleNow } from '~/components/schedule/schedule-now';
import { ScheduleTabs } from '~/components/schedule/schedule-tabs';
import { TimelineGrid } from '~/components/schedule/timeline-grid';
import { SkipPicture, TimelineNav } from '~/components/schedule/timeline-nav';
import { addressOf } from '~/components/schedule/view-address';
import { schedulePath } from '~/components/schedule/words';
import { useFreshData } from '~/lib/fresh';
import { Link, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { AsOf, PageHeader, Section } from '~/ui/page';
import styles from './schedule.module.css';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const page = await loadSchedulePage(context, request, params.id ?? '', viewer);
  return { ...page, done: readDone(new URL(request.url).searchParams) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Schedule');

const LIST_TITLES = {
  day: 'Coverage this day',
  week: 'Coverage this week',
  '2weeks': 'Coverage these two weeks',
  month: 'Coverage this month',
};

export default function Schedule() {
  const page = useLoaderData<typeof loader>();
  const { id, name, address, range, mayWrite, mayOverride } = page;
  useFreshData(60);
  const path = schedulePath(id);
  const editTo = mayWrite ? `${path}/edit` : null;
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/oncall', word: 'On call' },
          { to: '/schedules', word: 'Schedules' },
        ]}
      />
      <PageHeader title={name}>
        {mayOverride ? (
          <LinkButton look="primary" to={`${path}/overrides/new${address.mine ? '?time=mine' : ''}`}>
            Add override
          </LinkButton>
        ) : null}
        {editTo ? <LinkButton to={editTo}>Edit layers</LinkButton> : null}
      </PageHeader>
      <ScheduleTabs id={id} />
      <DoneNotice id={id} done={page.done} />
      <ScheduleNow users={page.handoff.users} next={page.handoff.next} />
      <GapNotice gaps={page.gaps.lines} more={page.gaps.more} services={page.services} />
      <TimelineNav
        id={id}
        address={address}
        title={page.title}
        previous={range.previous}
        next={range.next}
        date={range.date}
        clocks={page.words}
      />
      <SkipPicture />
      <TimelineGrid
        label={`${name}, ${page.title}`}
        rows={page.rows}
        ticks={page.ticks}
        now={page.now}
        clock={page.clock}
        dayLink={(date) => addressOf(id, { ...address, view: 'day', date })}
        drag={page.drag}
      />
      {mayOverride ? (
        <p className={styles.hint}>Drag across a row to put somebody else on call, or press a shift or a gap.</p>
      ) : null}
      <div id="coverage" tabIndex={-1} className={styles.coverage}>
        <Section title={LIST_TITLES[address.view]} aside={page.clock}>
          <CoverageList days={page.coverage} weeks={page.weeks} />
        </Section>
      </div>
      <div className={styles.facts}>
        <HealthList findings={page.health} timezone={page.timezone} editTo={editTo} />
        <LayerFacts layers={page.layers} editTo={editTo} />
      </div>
      <div className={styles.foot}>
        <AsOf />
        {mayWrite ? (
          <>
            <Link to={`/schedules/new?from=${encodeURIComponent(id)}`}>Copy schedule</Link>
            <Link to={`${path}/delete`}>Delete schedule</Link>
          </>
        ) : null}
      </div>
    </>
  );
}

import { CoverOffers } from '~/components/cover/cover-offers';
import { EndedDevices } from '~/components/device/ended-devices';
import { AcknowledgeAll } from '~/components/incident/acknowledge-all';
import { AcknowledgedNotice } from '~/components/incident/acknowledged-notice';
import { IncidentTable } from '~/components/incident/incident-table';
import { signalOf } from '~/components/incident/signal';
import { byNeed, UNACKNOWLEDGED } from '~/components/incident/words';
import { Duty } from '~/components/oncall/duty';
import { OnCallList } from '~/components/oncall/oncall-list';
import { WeekAhead } from '~/components/oncall/week-ahead';
import { OverdueItems } from '~/components/postmortem/overdue-items';
import { loadReach } from '~/components/profile/load-reach.server';
import { StandingWarnings } from '~/components/settings/standing-warnings';
import { SetupChecklist } from '~/components/setup/setup-checklist';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { keyed } from '~/lib/keyed';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, type MetaFunction, redirect, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { AsOf, EmptyState, PageHeader, Section } from '~/ui/page';
import styles from './home.module.css';

const SHOWN = 25;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const operations = operationsOf(context);
  const { cover, incident, oncall, setup, device, schedule, maintenanceWindow } = operations;
  const where = { context, request };
  // An iPhone opens the app here whatever the notification said (UX §3.4): on to the page that woke its owner.
  if (new URL(request.url).searchParams.get('src') === 'pwa') {
    const waking = await incident.lastPage();
    if (waking.ok && waking.value) throw redirect(`/incidents/${waking.value}`);
  }
  const [
    mine,
    waiting,
    taken,
    schedules,
    progress,
    covers,
    devices,
    backups,
    reach,
    settings,
    overdue,
    ahead,
    windows,
  ] = await Promise.all([
    incident.list({ status: [...UNACKNOWLEDGED, 'ACKNOWLEDGED'], assignee: ['me'], limit: SHOWN }),
    incident.list({ status: UNACKNOWLEDGED, limit: SHOWN }),
    incident.list({ status: ['ACKNOWLEDGED', 'SNOOZED'], limit: SHOWN }),
    oncall.now({}),
    setup.progress(),
    cover.mine(),
    device.list(),
    oncall.myBackups(),
    loadReach(operations, { ...viewer, status: 'ACTIVE' }),
    viewer.permissions.includes('config.write') ? operations.settings.get() : null,
    operations.actionItem.overdueOfMine(),
    schedule.overview(),
    maintenanceWindow.list({ when: 'current', limit: SHOWN }),
  ]);
  const browsers = devices.ok ? devices.value.data : [];
  const yours = unwrap(mine, where);
  const open = [unwrap(waiting, where), unwrap(taken, where)];
  const known = new Set(yours.data.map(({ id }) => id));
  const others = open.flatMap(({ data }) => data).filter(({ id }) => !known.has(id));
  return {
    viewerId: viewer.id,
    mayDeclare: viewer.permissions.includes('incident.declare'),
    yours: [...yours.data].sort(byNeed),
    others: others.sort(byNeed).slice(0, SHOWN),
    more: open.some(({ nextCursor }) => nextCursor !== null) || others.length > SHOWN,
    onCall: unwrap(schedules, where).data,
    offered: unwrap(covers, where).offered,
    setup: progress.ok ? progress.value : null,
    endedDevices: browsers.flatMap(({ name, endedAt }) => (endedAt === null ? [] : [name])),
    devices: browsers,
    backups: backups.ok ? backups.value : [],
    // Channels that are off concern who set it up; here stands what keeps a page from the reader.
    warnings: reach.ok ? reach.value.warnings.filter(({ kind }) => kind !== 'channel-off') : [],
    standing: settings?.ok ? settings.value.warnings : [],
    overdue: overdue.ok ? overdue.value : [],
    ahead: ahead.ok ? ahead.value : [],
    windows: windows.ok ? windows.value.data : [],
    viewerName: viewer.name,
    mayAnswer: viewer.permissions.includes('incident.respond'),
    signal: signalOf([...yours.data, ...others]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? headline(data) : 'Home');

export default function Home() {
  const page = useLoaderData<typeof loader>();
  const { viewerId, mayDeclare, mayAnswer, yours, others, more, onCall, offered, setup, endedDevices } = page;
  useFreshData(30);
  return (
    <>
      <PageHeader title={headline(page)}>
        <AsOf />
        {mayDeclare ? (
          <LinkButton to="/incidents/new" {...keyed('c', 'Declare incident')}>
            Declare incident
          </LinkButton>
        ) : null}
      </PageHeader>
      <AcknowledgedNotice />
      <div className={styles.columns}>
        <div className={styles.duty}>
          <Duty
            entries={onCall}
            viewerId={viewerId}
            backups={page.backups}
            devices={page.devices}
            warnings={page.warnings}
          />
        </div>
        <div className={styles.main}>
          <StandingWarnings warnings={page.standing} />
          <EndedDevices names={endedDevices} />
          <SetupChecklist progress={setup} />
          <CoverOffers covers={offered} />
          {mayAnswer ? <AcknowledgeAll incidents={[...yours, ...others]} back="/" /> : null}
          {yours.length > 0 ? (
            <Section title="Needs you" aside={<Link to="/incidents?assignee=me">All of yours</Link>}>
              <IncidentTable label="Incidents that need you" incidents={yours} />
            </Section>
          ) : null}
          {others.length > 0 ? (
            <Section
              title={yours.length > 0 ? 'Other open incidents' : 'Open incidents'}
              aside={<Link to="/incidents">{more ? `First ${others.length}; all incidents` : 'All incidents'}</Link>}
            >
              <IncidentTable label="Other open incidents" incidents={others} />
            </Section>
          ) : null}
          <WeekAhead schedules={page.ahead} windows={page.windows} mayAnswer={mayAnswer} />
        </div>
        <div className={styles.oncall}>
          <OverdueItems items={page.overdue} name={page.viewerName} />
          <Section title="On call now" aside={<Link to="/oncall">All schedules</Link>}>
            {onCall.length > 0 ? (
              <OnCallList entries={onCall} viewerId={viewerId} />
            ) : (
              <EmptyState>There is no schedule yet, so policies page the people they name.</EmptyState>
            )}
          </Section>
        </div>
      </div>
    </>
  );
}

type Counted = { yours: { status: string }[]; others: { status: string }[]; more: boolean };

/** The state of things in one line; a count is never rounded down silently. */
function headline({ yours, others, more }: Counted): string {
  const open = yours.length + others.length;
  if (open === 0) return 'Nothing open';
  const count = `${open}${more ? '+' : ''} open`;
  if (yours.length === 0) return `${count}, none assigned to you`;
  return `${count}, ${yours.length} assigned to you`;
}

import { ActionBar } from '~/components/incident/action-bar';
import { Alerts } from '~/components/incident/alerts';
import { DoneNotice } from '~/components/incident/done-notice';
import { EditForm } from '~/components/incident/edit-form';
import { EscalationStrip } from '~/components/incident/escalation-strip';
import { Facts } from '~/components/incident/facts';
import styles from '~/components/incident/incident-columns.module.css';
import { IncidentHeader } from '~/components/incident/incident-header';
import { openIncidents } from '~/components/incident/merge-targets.server';
import { NoteForm } from '~/components/incident/note-form';
import { PagesSent } from '~/components/incident/pages-sent';
import { PostmortemLink } from '~/components/incident/postmortem-link';
import { Related } from '~/components/incident/related';
import { signalOf } from '~/components/incident/signal';
import { StatusReports } from '~/components/incident/status-reports';
import { Timeline } from '~/components/incident/timeline';
import { TimelineTabs } from '~/components/incident/timeline-tabs';
import { Watchers } from '~/components/incident/watchers';
import { incidentPath, numberOf, undoableLine } from '~/components/incident/words';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { runIncidentCommand } from '~/lib/incident-command.server';
import { useLiveData } from '~/lib/live';
import { markdownToHtml } from '~/lib/markdown.server';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Markdown } from '~/ui/markdown';
import { NoticeRegion, RefusalNotice } from '~/ui/notice';
import { AsOf, Section } from '~/ui/page';
import { statusWord } from '~/ui/state-badge';
import { isInView, showsChanges, timelineViewOf } from '../../domain/incident/timeline-view';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const { incident, postmortem, statusReport } = operationsOf(context);
  const [got, changes, related, choices, open] = await Promise.all([
    incident.get({ id: params.id ?? '' }),
    incident.changes({ id: params.id ?? '' }),
    incident.related({ id: params.id ?? '' }),
    incident.choices(),
    openIncidents(incident),
  ]);
  const found = unwrap(got, { context, request });
  const { records } = found;
  const [written, proposals] = await Promise.all([
    postmortem.ofIncident({ incidentId: found.id }),
    statusReport.proposals({ incidentId: found.id }),
  ]);
  return {
    incident: found,
    notes: Object.fromEntries((records?.notes ?? []).map(({ id, body }) => [id, markdownToHtml(body)])),
    description: found.description ? markdownToHtml(found.description) : null,
    own: Object.fromEntries(
      (records?.notes ?? [])
        .filter(({ author }) => author.id === viewer.id || viewer.role === 'ADMIN')
        .map(({ id, body }) => [id, body]),
    ),
    related: related.ok ? related.value : { similar: [], open: [] },
    me: viewer.id,
    changes: changes.ok ? changes.value.data : [],
    people: choices.ok ? { users: choices.value.users, teams: choices.value.teams } : { users: [], teams: [] },
    // Not known while D1 is away: then the page does without.
    postmortem: written.ok ? written.value : null,
    mayWritePostmortem: written.ok && viewer.permissions.includes('incident.respond'),
    proposals: proposals.ok ? proposals.value : null,
    mergeTargets: open.filter(({ id }) => id !== found.id),
    done: searchParams.get('done'),
    view: timelineViewOf(searchParams.get('show')),
    signal: signalOf([found]),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const id = params.id ?? '';
  const asker = { now: context.now, timeZone: viewer.timezone };
  const answer = await runIncidentCommand(operationsOf(context).incident, id, form, asker);
  const verb = textOf(form, 'verb');
  if (!answer.ok) return refusal(answer.error, verb, form, { context, request });
  return redirect(`/incidents/${encodeURIComponent(id)}?done=${encodeURIComponent(verb)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data ? `${numberOf(data.incident)} ${statusWord(data.incident.status)}: ${data.incident.title}` : 'Incident',
  );

export default function Incident() {
  const {
    incident,
    description,
    notes,
    own,
    related,
    me,
    changes,
    people,
    mergeTargets,
    done,
    view,
    postmortem,
    mayWritePostmortem,
    proposals,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const mayEdit = incident.allowed.includes('edit');
  useLiveData(`/api/v1/incidents/${incident.id}/live`, 'product');
  useFreshData(20, 'product');
  return (
    <div className={styles.page}>
      <IncidentHeader incident={incident} />
      <div className={styles.news}>
        <NoticeRegion>{refused ? null : <DoneNotice done={done} incident={incident} />}</NoticeRegion>
        {refused ? <RefusalNotice refusal={refused} /> : null}
      </div>
      <ActionBar incident={incident} people={people} mergeTargets={mergeTargets} refusal={refused} />
      <EscalationStrip incident={incident} />
      {description ? <Markdown html={description} className={styles.description} /> : null}
      <aside className={styles.facts} aria-label="Alerts and facts">
        <div className={styles.first}>
          <Alerts alerts={incident.alerts} />
        </div>
        <div className={styles.last}>
          <Facts incident={incident} />
          {mayEdit ? <EditForm incident={incident} refusal={refusalOf(refused, 'edit')} /> : null}
          {incident.records ? (
            <>
              <Watchers
                watchers={incident.records.watchers}
                me={me}
                people={mayEdit ? people.users : null}
                refusal={refusalOf(refused, 'watch')}
              />
              <Related
                linked={incident.records.linked}
                related={related}
                mayEdit={mayEdit}
                refusal={refusalOf(refused, 'link')}
              />
            </>
          ) : null}
          <PostmortemLink incident={incident} postmortem={postmortem} mayWrite={mayWritePostmortem} />
          <StatusReports incident={incident} proposals={proposals} />
          <PagesSent notifications={incident.notifications} />
        </div>
      </aside>
      <div className={styles.story}>
        <Section title="Timeline" aside={<AsOf />}>
          {incident.records === null ? <p>The texts of notes cannot be reached at the moment.</p> : null}
          <TimelineTabs path={incidentPath(incident)} view={view} lines={incident.timeline.length} />
          <Timeline
            entries={incident.timeline.filter((entry) => isInView(entry, view))}
            changes={showsChanges(view) ? changes : []}
            openedAt={incident.openedAt}
            notes={notes}
            own={incident.allowed.includes('note') ? own : {}}
            undo={undoableLine(incident)}
          />
          {incident.allowed.includes('note') ? (
            <NoteForm refusal={refusalOf(refused, 'note')} written={incident.records?.notes.length ?? 0} />
          ) : null}
        </Section>
      </div>
    </div>
  );
}

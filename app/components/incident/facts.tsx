import { Link } from '~/lib/rr';
import { DefinitionList } from '~/ui/definition-list';
import { Section } from '~/ui/page';
import { Moment, Time } from '~/ui/time';
import { UrgencyBadge } from '~/ui/urgency-badge';
import type { Responder } from '../../../domain/incident/incident';
import type { IncidentDetail } from '../../../domain/incident/view';

/** What is known about the incident, as a list of terms; not the story, which the timeline tells. */
export function Facts({ incident }: { incident: IncidentDetail }) {
  const { serviceId, serviceName, urgency, priority, assignee, sla, dedupKey, visibility, responders } = incident;
  const { openedAt, acknowledgedAt, resolvedAt, acknowledgementLapsesAt, snoozedUntil, lastEventAt } = incident;
  return (
    <Section title="Facts">
      <DefinitionList
        facts={[
          [
            'Service',
            <Link key="service" to={`/incidents?serviceId=${encodeURIComponent(serviceId)}`}>
              {serviceName}
            </Link>,
          ],
          ['Urgency', <UrgencyBadge key="urgency" urgency={urgency} />],
          ['Priority', priority],
          ['Assignee', assignee?.name ?? 'Nobody yet'],
          ['Asked to help', responders.length > 0 ? responders.map(respondersWord).join(', ') : null],
          ['Opened', <Moment key="opened" at={openedAt} />],
          ['Acknowledged', acknowledgedAt && <Moment key="acknowledged" at={acknowledgedAt} />],
          ['Lapses', acknowledgementLapsesAt && <Moment key="lapses" at={acknowledgementLapsesAt} />],
          [
            'In maintenance',
            incident.maintenance && (
              <span key="maintenance">
                <Link to={`/maintenance-windows/${encodeURIComponent(incident.maintenance.windowId)}`}>
                  {incident.maintenance.name}
                </Link>
                , until <Moment at={incident.maintenance.until} />
              </span>
            ),
          ],
          ['Snoozed until', snoozedUntil && <Moment key="snoozed" at={snoozedUntil} />],
          ['Resolved', resolvedAt && <Moment key="resolved" at={resolvedAt} />],
          ['Acknowledge by', sla.ackDueAt && !sla.firstAcknowledgedAt ? <Moment key="ack" at={sla.ackDueAt} /> : null],
          [
            'Resolve by',
            sla.resolveDueAt && !sla.firstResolvedAt ? <Moment key="resolve" at={sla.resolveDueAt} /> : null,
          ],
          ['Last event', <Time key="last" at={lastEventAt} />],
          ['Visibility', visibility === 'PRIVATE' ? 'Private' : null],
          ['Dedup key', <code key="dedup">{dedupKey}</code>],
        ]}
      />
    </Section>
  );
}

const respondersWord = ({ name, joinedAt }: Responder): string => (joinedAt === null ? name : `${name} (joined)`);

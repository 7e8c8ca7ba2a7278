import type { ReactNode } from 'react';
import { useClock } from '~/lib/clock';
import type { IncidentPage } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { DefinitionList } from '~/ui/definition-list';
import { Section } from '~/ui/page';
import { Moment, Time } from '~/ui/time';
import { UrgencyBadge } from '~/ui/urgency-badge';
import type { Responder } from '../../../domain/incident/incident';
import type { Instant } from '../../../domain/shared/time';
import { fieldWord, TagLinks } from './record-facts';
import { incidentPath, numberOf } from './words';

/** What is known about the incident, as a list of terms; not the story, which the timeline tells. */
export function Facts({ incident }: { incident: IncidentPage }) {
  const { serviceId, serviceName, urgency, priority, assignee, sla, slaStandsUntil, dedupKey, visibility, responders } =
    incident;
  const { tags = [], fields = [] } = incident.records ?? {};
  const { mergedInto, merged } = incident;
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
          [
            'Merged into',
            mergedInto && (
              <Link key="into" to={incidentPath(mergedInto)}>
                {numberOf(mergedInto)}
              </Link>
            ),
          ],
          ['Merged in', merged.length > 0 ? <MergedList key="merged" merged={merged} /> : null],
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
          ['Acknowledge by', sla.ackDueAt && <Target key="ack" dueAt={sla.ackDueAt} metAt={sla.firstAcknowledgedAt} />],
          [
            'Resolve by',
            sla.resolveDueAt && <Target key="resolve" dueAt={sla.resolveDueAt} metAt={sla.firstResolvedAt} />,
          ],
          [
            'SLA clock',
            slaStandsUntil && (
              <span key="clock">
                stands until <Moment at={slaStandsUntil} />
              </span>
            ),
          ],
          ['Last event', <Time key="last" at={lastEventAt} />],
          ['Visibility', visibility === 'PRIVATE' ? 'Private: only those it concerns see it' : null],
          ['Tags', tags.length > 0 ? <TagLinks key="tags" tags={tags} /> : null],
          ...fields.map((field): [string, ReactNode] => [field.name, fieldWord(field)]),
          ['Dedup key', <code key="dedup">{dedupKey}</code>],
        ]}
      />
    </Section>
  );
}

const MergedList = ({ merged }: Pick<IncidentPage, 'merged'>) =>
  merged.map((one, place) => (
    <span key={one.id}>
      {place > 0 ? ', ' : null}
      <Link to={incidentPath(one)} title={one.title}>
        {numberOf(one)}
      </Link>
    </span>
  ));

/** When a target is due, and whether it was met. */
function Target({ dueAt, metAt }: { dueAt: Instant; metAt: Instant | null }) {
  const { now } = useClock();
  const isMissed = (metAt ?? now) > dueAt;
  return (
    <>
      <Moment at={dueAt} />
      {isMissed ? ', missed' : metAt === null ? null : ', met'}
    </>
  );
}

const respondersWord = ({ name, joinedAt }: Responder): string => (joinedAt === null ? name : `${name} (joined)`);

import { Fragment } from 'react';
import { useClock } from '~/lib/clock';
import type { Named } from '~/lib/operations';
import type { Service } from '~/lib/paging';
import { Link } from '~/lib/rr';
import { duration } from '~/lib/time';
import { DefinitionList } from '~/ui/definition-list';
import { Section } from '~/ui/page';
import { Time } from '~/ui/time';
import { URGENCY_WORDS, UrgencyBadge } from '~/ui/urgency-badge';
import { DEFAULT_AVAILABILITY_PERCENT } from '../../../domain/analytics/error-budget';
import { URGENCIES } from '../../../domain/incident/incident';
import { SECOND } from '../../../domain/shared/time';
import { policyPath } from '../escalation-policy/words';
import { intakeFacts } from './intake-words';
import { SlaTable } from './sla-table';
import { LOCATION_WORDS, servicePath, threadWord } from './words';

type Props = { service: Service; team: Named | null; policy: Named | null; mayWrite: boolean };

/** How a service is set, as terms and values. */
export function ServiceFacts({ service, team, policy, mayWrite }: Props) {
  const { runbookUrl, slackChannel, settings, updatedAt } = service;
  const { locale } = useClock();
  const timeouts = URGENCIES.map((urgency): [string, string] => {
    const seconds = settings.acknowledgementTimeoutSeconds[urgency];
    return [URGENCY_WORDS[urgency], seconds === null ? 'never' : `after ${duration(seconds * SECOND, locale)}`];
  });
  const intake = intakeFacts(settings);
  return (
    <>
      <Section title="Facts">
        <DefinitionList
          facts={[
            [
              'Team',
              team ? (
                <Link key="team" to={`/teams/${team.id}`}>
                  {team.name}
                </Link>
              ) : (
                'No team'
              ),
            ],
            [
              'Policy',
              policy ? (
                <Link key="policy" to={policyPath(policy.id)}>
                  {policy.name}
                </Link>
              ) : (
                'None'
              ),
            ],
            [
              'Runbook',
              runbookUrl ? (
                <a key="runbook" href={runbookUrl} rel="noopener noreferrer">
                  {runbookUrl
                    .replace(/^https?:\/\//, '')
                    .split('/')
                    .map((part, place) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an address never change their order
                      <Fragment key={place}>
                        {place > 0 ? (
                          <>
                            /<wbr />
                          </>
                        ) : null}
                        {part}
                      </Fragment>
                    ))}
                </a>
              ) : null,
            ],
            ['Slack', slackChannel],
            ['Slack thread', slackChannel ? threadWord(settings.threadKinds ?? null) : null],
            ['Default urgency', <UrgencyBadge key="urgency" urgency={settings.defaultUrgency} />],
            [
              'Availability',
              <Link key="availability" to={`/analytics/services/${encodeURIComponent(service.id)}`}>
                {`${settings.availabilityPercent ?? DEFAULT_AVAILABILITY_PERCENT} % wanted`}
              </Link>,
            ],
            ['Region', settings.locationHint ? LOCATION_WORDS[settings.locationHint] : 'Nearest to the first alert'],
            ['Changed', <Time key="changed" at={updatedAt} />],
          ]}
        />
      </Section>
      <Section title="Acknowledgement lapses">
        <DefinitionList facts={timeouts} />
      </Section>
      {intake.length > 0 ? (
        <Section title="Before it pages">
          <DefinitionList facts={intake} />
        </Section>
      ) : null}
      <Section title="Targets">
        <SlaTable sla={settings.sla} />
      </Section>
      {mayWrite ? <Link to={`${servicePath(service.id)}/delete`}>Delete this service</Link> : null}
    </>
  );
}

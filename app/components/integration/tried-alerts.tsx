import type { TriedAlert } from '~/lib/integrations';
import { DefinitionList } from '~/ui/definition-list';

/** What was read from the last payload, field by field. */
export function TriedAlerts({ alerts }: { alerts: readonly TriedAlert[] | null }) {
  if (alerts === null || alerts.length === 0) return <p>No alert was read.</p>;
  return (
    <>
      {alerts.slice(0, 5).map((alert) => (
        <DefinitionList
          key={`${alert.action} ${alert.dedupKey}`}
          facts={[
            ['Action', alert.reason ? `${alert.action} (${alert.reason})` : alert.action],
            ['Title', alert.title || 'none'],
            ['Dedup key', <code key="key">{alert.dedupKey}</code>],
            ['Urgency', alert.urgency?.toLowerCase() ?? 'as the service has it'],
            ['Severity', alert.severity],
            ['Source', alert.source],
            ['Link back', alert.sourceLink],
            ['Description', alert.description],
          ]}
        />
      ))}
      {alerts.length > 5 ? <p>And {alerts.length - 5} more.</p> : null}
    </>
  );
}

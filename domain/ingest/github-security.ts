import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { mapped } from './event';
import { at, exactly, type Fields, fieldsOf, firstText, textAt } from './fields';
import { labelsFrom } from './labels';
import { anyInstant } from './times';

/** `action` of dependabot_alert, code_scanning_alert and secret_scanning_alert, https://docs.github.com/en/webhooks/webhook-events-and-payloads#dependabot_alert */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  created: 'trigger',
  reopened: 'trigger',
  reopened_by_user: 'trigger',
  reintroduced: 'trigger',
  auto_reopened: 'trigger',
  publicly_leaked: 'trigger',
  fixed: 'resolve',
  dismissed: 'resolve',
  auto_dismissed: 'resolve',
  closed_by_user: 'resolve',
  resolved: 'resolve',
  revoked: 'resolve',
  // `repository_vulnerability_alert`, which dependabot_alert has replaced.
  create: 'trigger',
  reopen: 'trigger',
  dismiss: 'resolve',
  resolve: 'resolve',
};

/** Severity of an advisory; that of a code scanning rule ("error") is no urgency. */
const SEVERITIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  high: 'HIGH',
  medium: 'MEDIUM',
  moderate: 'MEDIUM',
  low: 'LOW',
};

/** Security alerts of GitHub: repository, event and number identify. */
export function securityAlert(
  event: string,
  repository: string,
  body: Fields,
  request: InboundRequest,
): AlertEvent[] | null {
  // One more place of a secret that already has its alert.
  if (event === 'secret_scanning_alert_location') return null;
  const alert = fieldsOf(at(body, 'alert'));
  const number = firstText(alert, ['number', 'id']);
  if (number === null) return null;
  const advisory = textAt(alert, 'security_advisory', 'severity') ?? textAt(alert, 'rule', 'security_severity_level');
  const summary =
    textAt(alert, 'security_advisory', 'summary') ??
    textAt(alert, 'rule', 'description') ??
    firstText(alert, ['secret_type_display_name', 'secret_type']);
  return [
    mapped(request, exactly(ACTIONS, textAt(body, 'action')), {
      dedupKey: JSON.stringify([repository, event, number]),
      title: `${summary ?? 'Security alert'} (${repository})`,
      description: textAt(alert, 'security_advisory', 'description') ?? textAt(alert, 'rule', 'full_description'),
      severity: advisory ?? textAt(alert, 'rule', 'severity'),
      urgency: exactly(SEVERITIES, advisory),
      sourceLink: textAt(alert, 'html_url'),
      labels: labelsFrom({
        repository,
        event,
        package: textAt(alert, 'dependency', 'package', 'name'),
        tool: textAt(alert, 'tool', 'name'),
        cve: textAt(alert, 'security_advisory', 'cve_id'),
      }),
      source: repository,
      startedAt: anyInstant(at(alert, 'created_at')),
      occurredAt: anyInstant(at(alert, 'fixed_at')) ?? anyInstant(at(alert, 'updated_at')),
    }),
  ];
}

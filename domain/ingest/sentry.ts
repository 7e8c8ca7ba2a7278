import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent } from './adapter';
import { defineAdapter } from './define';
import { type About, alertEvent, ignored, mapped } from './event';
import { at, exactly, type Fields, fieldsOf, firstText, isFields, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `level`, https://docs.sentry.io/platforms/javascript/usage/set-level/ */
const LEVELS: Readonly<Record<string, Urgency>> = {
  fatal: 'HIGH',
  critical: 'HIGH',
  error: 'HIGH',
  warning: 'MEDIUM',
  info: 'LOW',
  debug: 'LOW',
};

/**
 * Actions per `Sentry-Hook-Resource`, https://docs.sentry.io/organization/integrations/integration-platform/webhooks/
 * An issue alert never sends its own end: that comes as the `issue` resource, so both share the issue's id.
 */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, AlertAction>>>> = {
  event_alert: { triggered: 'trigger' },
  error: { created: 'trigger' },
  issue: {
    created: 'trigger',
    unresolved: 'trigger',
    resolved: 'resolve',
    assigned: 'acknowledge',
    archived: 'acknowledge',
    ignored: 'acknowledge',
  },
  metric_alert: { critical: 'trigger', warning: 'trigger', resolved: 'resolve' },
};

/** Sentry: integration platform webhooks, and the legacy webhooks plugin (`{id, project, level, message, url, event}`). */
export const sentry = defineAdapter('sentry', 'Sentry', (body, request) => {
  const wrapped = at(body, 'data');
  // Forwarders send the inner object alone.
  const data = !isFields(wrapped) && isFields(at(body, 'issue')) ? body : wrapped;
  if (!isFields(data)) return legacyEvents(body);
  const resource = request.headers['sentry-hook-resource'] ?? resourceOf(data);
  const word = textAt(body, 'action');
  const about = findingOf(resource, data, word);
  const action = exactly(exactly(ACTIONS, resource) ?? {}, word);
  if (about === null) return null;
  // An issue says when it was last seen, not when its state changed: that is when the hook was sent.
  if (resource === 'issue') about.occurredAt = anyInstant(request.headers['sentry-hook-timestamp']);
  // Ownership rules assign on their own; only a person who takes an issue has seen it.
  if (word === 'assigned' && textAt(body, 'actor', 'type') !== 'user')
    return [ignored(request, 'assigned automatically', about)];
  return [mapped(request, action, about)];
});

function resourceOf(data: Fields): string | null {
  if (isFields(at(data, 'issue'))) return 'issue';
  if (isFields(at(data, 'metric_alert'))) return 'metric_alert';
  if (isFields(at(data, 'error'))) return 'error';
  return isFields(at(data, 'event')) ? 'event_alert' : null;
}

function findingOf(resource: string | null, data: Fields, word: string | null): About | null {
  const metric = at(data, 'metric_alert');
  if (resource === 'metric_alert' && isFields(metric)) return metricFinding(data, metric, word);
  const subject = fieldsOf(at(data, 'issue') ?? at(data, 'event') ?? at(data, 'error'));
  const issue = resource === 'issue' ? textAt(subject, 'id') : (textAt(subject, 'issue_id') ?? issueInLink(subject));
  return issue === null ? null : issueFinding(issue, subject, textAt(data, 'triggered_rule'));
}

/** Older payloads name the issue only in its address. */
const issueInLink = (event: Fields): string | null =>
  /\/issues\/(\d+)\//.exec(firstText(event, ['issue_url', 'web_url']) ?? '')?.[1] ?? null;

function issueFinding(id: string, subject: Fields, rule: string | null): About {
  const severity = textAt(subject, 'level');
  const startedAt = anyInstant(at(subject, 'firstSeen'));
  return {
    dedupKey: `issue:${id}`,
    title: firstText(subject, ['title', 'message']),
    otherTitles: [rule, textAt(subject, 'culprit')],
    description: textAt(subject, 'metadata', 'value') ?? textAt(subject, 'culprit'),
    severity,
    urgency: exactly(LEVELS, severity),
    sourceLink: firstText(subject, ['web_url', 'permalink']),
    labels: labelsFrom(pick(subject, ['culprit', 'platform', 'environment', 'release', 'logger', 'shortId']), {
      project: textAt(subject, 'project', 'slug'),
      rule,
    }),
    source: textAt(subject, 'project', 'slug'),
    startedAt,
    occurredAt: anyInstant(at(subject, 'datetime')) ?? startedAt,
  };
}

function metricFinding(data: Fields, metric: Fields, word: string | null): About | null {
  const id = textAt(metric, 'id');
  if (id === null) return null;
  return {
    dedupKey: `metric:${id}`,
    title: textAt(data, 'description_title'),
    otherTitles: [textAt(metric, 'alert_rule', 'name'), textAt(metric, 'title')],
    description: textAt(data, 'description_text'),
    severity: word,
    urgency: exactly(LEVELS, word),
    sourceLink: textAt(data, 'web_url'),
    labels: labelsFrom(
      pick(fieldsOf(at(metric, 'alert_rule')), ['name', 'aggregate', 'query', 'environment', 'projects']),
    ),
    startedAt: anyInstant(at(metric, 'date_started')),
    occurredAt: anyInstant(at(metric, 'date_closed')) ?? anyInstant(at(metric, 'date_detected')),
  };
}

function legacyEvents(body: Fields): AlertEvent[] | null {
  const id = textAt(body, 'id');
  const event = at(body, 'event');
  if (id === null || !isFields(event)) return null;
  const severity = textAt(body, 'level') ?? textAt(event, 'level');
  const about = issueFinding(id, event, firstText(body, ['triggering_rules']));
  return [
    alertEvent({
      ...about,
      action: 'trigger',
      title: about.title ?? textAt(body, 'message'),
      description: textAt(body, 'message'),
      severity,
      urgency: exactly(LEVELS, severity),
      sourceLink: textAt(body, 'url'),
      source: firstText(body, ['project_slug', 'project']),
      occurredAt: anyInstant(at(event, 'timestamp')),
    }),
  ];
}

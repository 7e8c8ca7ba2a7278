import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { ignored, mapped } from './event';
import { at, exactly, type Fields, fieldsOf, isTrue, listOf, textAt } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

/** Status of pipelines, jobs and deployments, https://docs.gitlab.com/user/project/integrations/webhook_events/ */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  failed: 'trigger',
  success: 'resolve',
  created: 'ignored',
  waiting_for_resource: 'ignored',
  preparing: 'ignored',
  pending: 'ignored',
  running: 'ignored',
  canceling: 'ignored',
  canceled: 'ignored',
  skipped: 'ignored',
  manual: 'ignored',
  scheduled: 'ignored',
};

/** `object_attributes.action` of an incident. */
const INCIDENT_ACTIONS: Readonly<Record<string, AlertAction>> = {
  open: 'trigger',
  reopen: 'trigger',
  close: 'resolve',
};

const FAILED: Readonly<Record<string, Urgency>> = { failed: 'HIGH' };

/**
 * GitLab: pipelines, jobs, deployments and incidents. A recovery is a new pipeline with a new id, so project and ref
 * (and environment or job name) identify.
 */
export const gitlab = defineAdapter('gitlab', 'GitLab', (body, request) => {
  const project = textAt(body, 'project', 'path_with_namespace') ?? textAt(body, 'project_name');
  if (project === null) return null;
  switch (textAt(body, 'object_kind')) {
    case 'pipeline':
      return pipeline(project, body, request);
    case 'build':
    case 'job':
      return job(project, body, request);
    case 'deployment':
      return deployment(project, body, request);
    case 'issue':
    case 'incident':
    case 'work_item':
      return incident(project, body, request);
    default:
      return null;
  }
});

type Part = {
  key: (string | null)[];
  what: string;
  word: string | null;
  urgent?: boolean;
  link: string | null;
  at: unknown;
  labels?: Fields;
};

function eventOf(project: string, part: Part, request: InboundRequest): AlertEvent[] {
  const about = {
    dedupKey: JSON.stringify([project, ...part.key]),
    title: `${part.what}: ${part.word ?? 'no status'} (${project})`,
    severity: part.word,
    urgency: part.urgent === false ? null : exactly(FAILED, part.word),
    sourceLink: part.link,
    labels: labelsFrom({ project, ...part.labels }),
    source: project,
    occurredAt: anyInstant(part.at),
  };
  const action = exactly(STATUSES, part.word);
  return [mapped(request, action, about)];
}

function pipeline(project: string, body: Fields, request: InboundRequest): AlertEvent[] {
  const attributes = fieldsOf(at(body, 'object_attributes'));
  const ref = textAt(attributes, 'ref');
  const source = textAt(attributes, 'source');
  const failed = listOf(at(body, 'builds')).filter((build) => textAt(build, 'status') === 'failed');
  return eventOf(
    project,
    {
      key: ['pipeline', isTrue(at(attributes, 'tag')) ? 'tag' : 'branch', ref],
      what: `Pipeline on ${ref}`,
      word: textAt(attributes, 'status'),
      // A merge request's pipeline fails while people work: how urgent that is, the vendor does not say.
      urgent: source !== 'merge_request_event',
      link: textAt(attributes, 'url') ?? pipelineLink(body, attributes),
      at: at(attributes, 'finished_at') ?? at(attributes, 'created_at'),
      labels: { ref, source, failed: failed.map((build) => textAt(build, 'name') ?? '').join(', ') },
    },
    request,
  );
}

function pipelineLink(body: Fields, attributes: Fields): string | null {
  const [web, id] = [textAt(body, 'project', 'web_url'), textAt(attributes, 'id')];
  return web !== null && id !== null ? `${web}/-/pipelines/${id}` : null;
}

function job(project: string, body: Fields, request: InboundRequest): AlertEvent[] {
  const [ref, name] = [textAt(body, 'ref'), textAt(body, 'build_name')];
  const word = textAt(body, 'build_status');
  if (word === 'failed' && isTrue(at(body, 'build_allow_failure'))) {
    return [
      ignored(request, 'allowed to fail', { title: `Job ${name} on ${ref}: failed (${project})`, severity: word }),
    ];
  }
  const [web, id] = [textAt(body, 'project', 'web_url'), textAt(body, 'build_id')];
  return eventOf(
    project,
    {
      key: ['job', ref, name],
      what: `Job ${name} on ${ref}`,
      word,
      link: web !== null && id !== null ? `${web}/-/jobs/${id}` : null,
      at: at(body, 'build_finished_at'),
      labels: { ref, stage: textAt(body, 'build_stage'), reason: textAt(body, 'build_failure_reason') },
    },
    request,
  );
}

function deployment(project: string, body: Fields, request: InboundRequest): AlertEvent[] {
  const environment = textAt(body, 'environment');
  return eventOf(
    project,
    {
      key: ['deployment', environment],
      what: `Deployment to ${environment}`,
      word: textAt(body, 'status'),
      link: textAt(body, 'deployable_url'),
      at: at(body, 'status_changed_at'),
      labels: { environment, ref: textAt(body, 'ref'), commit: textAt(body, 'short_sha') },
    },
    request,
  );
}

function incident(project: string, body: Fields, request: InboundRequest): AlertEvent[] | null {
  const attributes = fieldsOf(at(body, 'object_attributes'));
  const number = textAt(attributes, 'iid');
  if (textAt(attributes, 'type') !== 'Incident' || number === null) return null;
  const severity = textAt(attributes, 'severity');
  return [
    mapped(request, exactly(INCIDENT_ACTIONS, textAt(attributes, 'action')), {
      dedupKey: JSON.stringify([project, 'incident', number]),
      title: textAt(attributes, 'title'),
      description: textAt(attributes, 'description'),
      severity,
      urgency: urgencyOf(severity),
      sourceLink: textAt(attributes, 'url'),
      labels: labelsFrom({ project }),
      source: project,
      startedAt: anyInstant(at(attributes, 'created_at')),
      occurredAt: anyInstant(at(attributes, 'updated_at')),
    }),
  ];
}

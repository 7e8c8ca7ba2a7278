import type { Urgency } from '../incident/incident';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { mapped, testPing } from './event';
import { at, exactly, type Fields, fieldsOf, firstText, isFields, listOf, textAt } from './fields';
import { securityAlert } from './github-security';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `conclusion` of a finished run, https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
const CONCLUSIONS: Readonly<Record<string, AlertAction>> = {
  failure: 'trigger',
  timed_out: 'trigger',
  startup_failure: 'trigger',
  success: 'resolve',
  cancelled: 'ignored',
  skipped: 'ignored',
  neutral: 'ignored',
  stale: 'ignored',
  action_required: 'ignored',
};

/** `state` of deployments and commit statuses. */
const STATES: Readonly<Record<string, AlertAction>> = {
  failure: 'trigger',
  error: 'trigger',
  success: 'resolve',
  pending: 'ignored',
  queued: 'ignored',
  in_progress: 'ignored',
  waiting: 'ignored',
  inactive: 'ignored',
};

const URGENCIES: Readonly<Record<string, Urgency>> = {
  failure: 'HIGH',
  error: 'HIGH',
  timed_out: 'HIGH',
  startup_failure: 'HIGH',
};

type Subject = {
  kind: string;
  /** What stays when the name changes. */
  id?: string | null;
  name: string | null;
  branch: string | null;
  word: string | null;
  link: string | null;
  at: unknown;
  part: Fields;
};

/**
 * GitHub: workflow runs and jobs, checks, deployments, commit statuses and security alerts. Ids of runs are new for
 * every run; repository, name and branch say that a later success ends an earlier failure.
 */
export const github = defineAdapter('github', 'GitHub', (body, request) => {
  const event = request.headers['x-github-event'] ?? EVENTS.find((name) => isFields(at(body, name))) ?? null;
  if (event === 'ping' || (event === null && textAt(body, 'zen') !== null))
    return [testPing(request, { title: 'GitHub ping' })];
  const repository = textAt(body, 'repository', 'full_name');
  if (event === null || repository === null) return null;
  if (isFields(at(body, 'alert'))) return securityAlert(event, repository, body, request);
  const subject = subjectOf(event, body);
  return subject === null ? null : [eventOf(subject, repository, request)];
});

const EVENTS = ['workflow_run', 'workflow_job', 'deployment_status', 'check_run', 'check_suite'];

function eventOf(subject: Subject, repository: string, request: InboundRequest): AlertEvent {
  const { kind, name, branch, word, link, part } = subject;
  const about = {
    dedupKey: JSON.stringify([repository, kind, subject.id ?? name, branch]),
    title: `${name ?? kind}: ${word ?? 'no result'}${branch === null ? '' : ` on ${branch}`} (${repository})`,
    description: firstText(part, ['display_title', 'description']) ?? textAt(part, 'output', 'summary'),
    severity: word,
    urgency: exactly(URGENCIES, word),
    sourceLink: link,
    labels: labelsFrom({
      repository,
      branch,
      event: textAt(part, 'event'),
      ...pick(part, ['run_number', 'run_attempt', 'head_sha', 'environment']),
    }),
    source: repository,
    occurredAt: anyInstant(subject.at),
  };
  const action = exactly(kind === 'deployment_status' || kind === 'status' ? STATES : CONCLUSIONS, word);
  return mapped(request, action, about);
}

function subjectOf(event: string, body: Fields): Subject | null {
  const part = fieldsOf(event === 'status' ? body : at(body, event));
  const branch = textAt(part, 'head_branch') ?? textAt(part, 'check_suite', 'head_branch');
  const link = textAt(part, 'html_url');
  const finished = textAt(body, 'action') === 'completed';
  const common = { kind: event, branch, link, part, at: at(part, 'completed_at') ?? at(part, 'updated_at') };
  switch (event) {
    case 'workflow_run':
      return finished
        ? {
            ...common,
            id: firstText(part, ['workflow_id', 'path']) ?? textAt(body, 'workflow', 'id'),
            name: workflowName(body, part),
            branch: forkBranch(body, part, branch),
            word: textAt(part, 'conclusion'),
          }
        : null;
    case 'workflow_job': {
      const names = [textAt(part, 'workflow_name'), textAt(part, 'name')].filter((name) => name !== null);
      return finished ? { ...common, name: names.join(' / '), word: textAt(part, 'conclusion') } : null;
    }
    case 'check_run':
      return finished ? { ...common, name: textAt(part, 'name'), word: textAt(part, 'conclusion') } : null;
    case 'check_suite':
      return finished ? { ...common, name: textAt(part, 'app', 'slug'), word: textAt(part, 'conclusion') } : null;
    case 'deployment_status': {
      const name = textAt(body, 'deployment', 'environment') ?? textAt(part, 'environment');
      return {
        ...common,
        name,
        branch: null,
        word: textAt(part, 'state'),
        link: firstText(part, ['log_url', 'target_url', 'environment_url']),
      };
    }
    case 'status': {
      const name = textAt(part, 'context');
      const first = listOf(at(part, 'branches'))[0];
      return {
        ...common,
        name,
        branch: textAt(first, 'name'),
        word: textAt(part, 'state'),
        link: textAt(part, 'target_url'),
      };
    }
    default:
      return null;
  }
}

const workflowName = (body: Fields, run: Fields): string | null =>
  textAt(run, 'name') ?? textAt(body, 'workflow', 'name') ?? textAt(run, 'path');

/** A fork's branch may be called like one of ours. */
function forkBranch(body: Fields, run: Fields, branch: string | null): string | null {
  const head = textAt(run, 'head_repository', 'full_name');
  return head === null || head === textAt(body, 'repository', 'full_name') ? branch : `${head}:${branch}`;
}

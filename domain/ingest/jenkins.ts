import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { ignored, mapped } from './event';
import { at, exactly, fieldsOf, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `build.status` once a build is over, https://plugins.jenkins.io/notification/ */
const STATUSES: Readonly<Record<string, AlertAction>> = {
  failure: 'trigger',
  unstable: 'trigger',
  success: 'resolve',
  aborted: 'ignored',
  not_built: 'ignored',
};

const URGENCIES: Readonly<Record<string, Urgency>> = { failure: 'HIGH', unstable: 'MEDIUM' };

/** Phases that carry a result; one build sends both. */
const FINAL_PHASES: readonly string[] = ['COMPLETED', 'FINALIZED', 'FINISHED'];

/** Jenkins notification plugin. The job's path (with its folders) identifies, as the next good build ends a failure. */
export const jenkins = defineAdapter('jenkins', 'Jenkins', (body, request) => {
  const build = fieldsOf(at(body, 'build'));
  const job = textAt(body, 'url')?.replace(/\/+$/, '') ?? textAt(body, 'name');
  if (job === null || !Object.hasOwn(body, 'build')) return null;
  const name = textAt(body, 'display_name') ?? textAt(body, 'name') ?? job;
  const [status, phase] = [textAt(build, 'status'), textAt(build, 'phase')];
  const about = {
    dedupKey: job,
    title: `${name} #${textAt(build, 'number') ?? '?'}: ${status ?? phase ?? 'no status'}`,
    description: textAt(build, 'notes') ?? textAt(build, 'log'),
    severity: status,
    urgency: exactly(URGENCIES, status),
    sourceLink: textAt(build, 'full_url'),
    labels: labelsFrom(
      { job: name },
      pick(build, ['number', 'phase']),
      pick(fieldsOf(at(build, 'scm')), ['branch', 'commit', 'url']),
      at(build, 'parameters'),
    ),
    source: name,
    occurredAt: anyInstant(at(build, 'timestamp')),
  };
  if (phase !== null && !FINAL_PHASES.includes(phase.toUpperCase())) return [ignored(request, `phase ${phase}`, about)];
  const action = exactly(STATUSES, status);
  return [mapped(request, action, about)];
});

import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped, testPing } from './event';
import { at, exactly, isFields, isTrue, textAt } from './fields';
import { labelsFrom } from './labels';
import { anyInstant } from './times';

/** `commit_status.state`, https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/#Build-status-created */
const STATES: Readonly<Record<string, AlertAction>> = {
  failed: 'trigger',
  error: 'trigger',
  successful: 'resolve',
  inprogress: 'ignored',
  stopped: 'ignored',
};

const URGENCIES: Readonly<Record<string, Urgency>> = { failed: 'HIGH', error: 'HIGH' };

/**
 * Bitbucket Cloud: build statuses of commits (`repo:commit_status_created`, `repo:commit_status_updated`). A status
 * belongs to one commit; repository, branch and the build's name without its run number join a failure and the
 * success after it. Without a branch the build's key does.
 */
export const bitbucket = defineAdapter('bitbucket', 'Bitbucket', (body, request) => {
  const status = at(body, 'commit_status');
  const repository = textAt(body, 'repository', 'full_name') ?? textAt(status, 'repository', 'full_name');
  if (isTrue(at(body, 'test'))) return [testPing(request, { title: 'Bitbucket test' })];
  if (!isFields(status) || repository === null) return null;
  const [state, branch, key] = [textAt(status, 'state'), textAt(status, 'refname'), textAt(status, 'key')];
  const name = textAt(status, 'name');
  const build = branch === null ? (key ?? name) : (name?.replace(/#\d+/, '#') ?? key);
  const about = {
    dedupKey: JSON.stringify([repository, 'build', branch, build]),
    title: `${name ?? key ?? 'Build'}: ${state ?? 'no state'}${branch === null ? '' : ` on ${branch}`} (${repository})`,
    description: textAt(status, 'description') ?? textAt(status, 'commit', 'message'),
    severity: state,
    urgency: exactly(URGENCIES, state),
    sourceLink: textAt(status, 'url'),
    links: [{ href: textAt(status, 'commit', 'links', 'html', 'href'), text: 'Commit' }],
    labels: labelsFrom({ repository, branch, key, commit: textAt(status, 'commit', 'hash') }),
    source: repository,
    startedAt: anyInstant(at(status, 'created_on')),
    occurredAt: anyInstant(at(status, 'updated_on')),
  };
  const action = exactly(STATES, state);
  return [mapped(request, action, about)];
});

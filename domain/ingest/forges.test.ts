import { describe, expect, it } from 'vitest';
import type { AlertEvent } from './adapter';
import { eventFrom } from './testing/request';

describe('github', () => {
  const run = (conclusion: string | null, extra: Record<string, unknown> = {}) => ({
    action: 'completed',
    repository: { full_name: 'o/r' },
    workflow_run: {
      id: 1,
      workflow_id: 7,
      name: 'CI',
      head_branch: 'main',
      conclusion,
      head_repository: { full_name: 'o/r' },
      ...extra,
    },
  });
  const headers = { 'x-github-event': 'workflow_run' };
  const read = (body: unknown): AlertEvent => eventFrom('github', body, { headers });

  it('joins runs of one workflow and branch, whatever its shown name', () => {
    const { dedupKey } = read(run('failure'));
    expect(read(run('success', { id: 2, name: 'Renamed' }))).toMatchObject({ action: 'resolve', dedupKey });
    expect(read(run('failure', { head_branch: 'dev' })).dedupKey).not.toBe(dedupKey);
    expect(read(run('failure', { workflow_id: 8 })).dedupKey).not.toBe(dedupKey);
    expect(read(run('failure', { head_repository: { full_name: 'fork/r' } })).dedupKey).not.toBe(dedupKey);
  });

  it.each(['cancelled', 'skipped', 'neutral', 'action_required', 'failure_of_sorts', null])(
    'conclusion %s opens and closes nothing',
    (conclusion) => {
      expect(read(run(conclusion)).action).toBe('ignored');
    },
  );

  it('reads commit statuses, and knows an event without its header', () => {
    const status = {
      repository: { full_name: 'o/r' },
      context: 'ci/build',
      state: 'failure',
      branches: [{ name: 'main' }],
      target_url: 'https://ci.example',
    };
    expect(eventFrom('github', status, { headers: { 'x-github-event': 'status' } })).toMatchObject({
      action: 'trigger',
      sourceLink: 'https://ci.example',
    });
    expect(eventFrom('github', run('failure')).action).toBe('trigger');
    expect(eventFrom('github', { zen: 'Keep it', hook_id: 1 })).toMatchObject({ action: 'ignored', reason: 'test' });
  });
});

describe('gitlab', () => {
  const pipeline = (ref: string, extra: Record<string, unknown> = {}) =>
    eventFrom('gitlab', {
      object_kind: 'pipeline',
      project: { path_with_namespace: 'g/p', web_url: 'https://gl/g/p' },
      object_attributes: { id: 9, ref, status: 'failed', ...extra },
    });

  it('tells a tag from a branch of the same name', () => {
    expect(pipeline('v1').dedupKey).not.toBe(pipeline('v1', { tag: true }).dedupKey);
    expect(pipeline('v1').sourceLink).toBe('https://gl/g/p/-/pipelines/9');
  });

  it('takes only incidents from issues', () => {
    const issue = (type: string) =>
      eventFrom('gitlab', {
        object_kind: 'issue',
        project: { path_with_namespace: 'g/p' },
        object_attributes: { iid: 1, type, action: 'open', title: 't' },
      });
    expect(issue('Incident').action).toBe('trigger');
    expect(issue('Issue').action).toBe('ignored');
  });
});

describe('bitbucket', () => {
  const status = (state: string, name: string, extra: Record<string, unknown> = {}) =>
    eventFrom('bitbucket', {
      repository: { full_name: 'team/repo' },
      commit_status: {
        state,
        name,
        key: 'PIPELINE-1',
        refname: 'main',
        url: 'https://bitbucket.org/team/repo/pipelines/results/1',
        updated_on: '2026-11-19T20:37:35.547563+00:00',
        ...extra,
      },
    });

  it('joins a failed build and the next good one of the same branch', () => {
    const failed = status('FAILED', 'Pipeline #5 for main');
    expect(failed).toMatchObject({
      action: 'trigger',
      urgency: 'HIGH',
      sourceLink: 'https://bitbucket.org/team/repo/pipelines/results/1',
    });
    expect(failed.occurredAt).toBe(Date.parse('2026-11-19T20:37:35.547Z'));
    expect(status('SUCCESSFUL', 'Pipeline #6 for main', { key: 'PIPELINE-2' })).toMatchObject({
      action: 'resolve',
      dedupKey: failed.dedupKey,
    });
    expect(status('FAILED', 'Pipeline #7 for dev', { refname: 'dev' }).dedupKey).not.toBe(failed.dedupKey);
  });

  it('goes by the key where there is no branch', () => {
    expect(status('FAILED', 'Build 5', { refname: null }).dedupKey).toBe(
      status('SUCCESSFUL', 'Build 6', { refname: null }).dedupKey,
    );
  });

  it('opens nothing for other states and events', () => {
    for (const state of ['INPROGRESS', 'STOPPED', 'FAILEDISH']) expect(status(state, 'x').action).toBe('ignored');
    expect(eventFrom('bitbucket', { repository: { full_name: 'a/b' }, push: { changes: [] } })).toMatchObject({
      reason: 'unmapped',
    });
  });
});

describe('vercel', () => {
  const deployment = (type: string, payload: Record<string, unknown>) =>
    eventFrom('vercel', { type, payload: { project: { id: 'p' }, deployment: { id: 'd1', name: 'app' }, ...payload } });

  it('keeps previews for themselves', () => {
    const production = deployment('deployment.error', { target: 'production' });
    expect(deployment('deployment.succeeded', { target: 'production', deployment: { id: 'd2' } }).dedupKey).toBe(
      production.dedupKey,
    );
    const preview = deployment('deployment.error', { target: null });
    expect(preview.dedupKey).not.toBe(production.dedupKey);
    expect(preview.urgency).toBeNull();
    expect(deployment('deployment.error', { target: null, deployment: { id: 'd2' } }).dedupKey).not.toBe(
      preview.dedupKey,
    );
    expect(deployment('deployment-error', { target: 'production' }).action).toBe('trigger');
  });
});

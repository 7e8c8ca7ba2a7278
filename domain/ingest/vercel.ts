import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { at, exactly, type Fields, fieldsOf, textAt } from './fields';
import { labelsFrom } from './labels';
import { anyInstant } from './times';

/** `type`, https://vercel.com/docs/webhooks/webhooks-api#deployment-events; the older names have a dash for the dot. */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  'deployment.error': 'trigger',
  'deployment.checks.failed': 'trigger',
  'deployment.succeeded': 'resolve',
  'deployment.ready': 'resolve',
  'deployment.created': 'ignored',
  'deployment.canceled': 'ignored',
  'deployment.promoted': 'ignored',
  'deployment.cleanup': 'ignored',
};

const PRODUCTION: Readonly<Record<string, Urgency>> = { production: 'HIGH' };

/**
 * Vercel: deployments. Project and target identify, as the next deployment of the same target ends a failure; a preview
 * stands for itself.
 */
export const vercel = defineAdapter('vercel', 'Vercel', (body, request) => {
  const type = textAt(body, 'type')?.replace(/^deployment-/, 'deployment.') ?? null;
  const payload = fieldsOf(at(body, 'payload'));
  const deployment = textAt(payload, 'deployment', 'id') ?? textAt(payload, 'deploymentId');
  const project =
    textAt(payload, 'project', 'id') ?? textAt(payload, 'projectId') ?? textAt(payload, 'deployment', 'name');
  if (type === null || project === null) return null;
  const target = textAt(payload, 'target');
  const name =
    textAt(payload, 'project', 'name') ?? textAt(payload, 'deployment', 'name') ?? textAt(payload, 'deployment', 'url');
  const word = type.slice(type.lastIndexOf('.') + 1);
  const error = textAt(payload, 'error', 'message') ?? textAt(payload, 'errorMessage');
  const about = {
    dedupKey: JSON.stringify(isPreview(payload, target) ? [project, 'preview', deployment] : [project, target ?? '*']),
    title: `${name ?? project}: ${target === null ? '' : `${target} `}deployment ${word}`,
    description: error,
    severity: word,
    urgency: exactly(PRODUCTION, target),
    sourceLink: textAt(payload, 'links', 'deployment') ?? textAt(payload, 'deployment', 'inspectorUrl'),
    links: [{ href: textAt(payload, 'links', 'project'), text: 'Project' }],
    labels: labelsFrom({
      project: name,
      target,
      error: textAt(payload, 'error', 'code') ?? textAt(payload, 'errorCode'),
      branch: textAt(payload, 'deployment', 'meta', 'githubCommitRef'),
      commit: textAt(payload, 'deployment', 'meta', 'githubCommitSha'),
    }),
    source: name,
    occurredAt: anyInstant(at(body, 'createdAt')),
  };
  const action = exactly(ACTIONS, type);
  return [mapped(request, action, about)];
});

/** `target` is null or "preview" for previews, and left out altogether in some payloads. */
const isPreview = (payload: Fields, target: string | null): boolean =>
  Object.hasOwn(payload, 'target') && (target === null || target === 'preview');

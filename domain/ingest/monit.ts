import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { mapped } from './event';
import { exactly, type Fields, textAt } from './fields';
import { labelsFrom } from './labels';

// `MONIT_EVENT`: "<test> failed" and "<test> succeeded" for most tests, words of their own for the rest.
// https://mmonit.com/monit/documentation/monit.html#ALERT-MESSAGES
const TESTS =
  'checksum connection content execution gid heartbeat icmp permission pid ppid size speed status timestamp uid uptime';
const ACTIONS: Readonly<Record<string, AlertAction>> = Object.fromEntries<AlertAction>([
  ...[...TESTS.split(' '), 'filesystem flags', 'monit instance', 'action'].flatMap((test): [string, AlertAction][] => [
    [`${test} failed`, 'trigger'],
    [`${test} succeeded`, 'resolve'],
  ]),
  ...['download bytes', 'upload bytes', 'download packets', 'upload packets', 'saturation'].flatMap(
    (test): [string, AlertAction][] => [
      [`${test} exceeded`, 'trigger'],
      [`${test} ok`, 'resolve'],
    ],
  ),
  ['does not exist', 'trigger'],
  ['exists', 'resolve'],
  ['data access error', 'trigger'],
  ['data access succeeded', 'resolve'],
  ['invalid type', 'trigger'],
  ['type succeeded', 'resolve'],
  ['link down', 'trigger'],
  ['link up', 'resolve'],
  ['resource limit matched', 'trigger'],
  ['resource limit succeeded', 'resolve'],
  ['speed ok', 'resolve'],
  ['timeout', 'trigger'],
  ['timeout recovery', 'resolve'],
  ['content match', 'trigger'],
  ["content doesn't match", 'resolve'],
]);

/** The environment of a Monit `exec` hook posted as JSON: `{MONIT_HOST, MONIT_SERVICE, MONIT_EVENT, MONIT_DESCRIPTION}`. */
export function monitEvent(body: Fields, request: InboundRequest): AlertEvent | null {
  const [host, service] = [textAt(body, 'MONIT_HOST'), textAt(body, 'MONIT_SERVICE')];
  if (host === null || service === null) return null;
  const word = textAt(body, 'MONIT_EVENT');
  const about = {
    dedupKey: JSON.stringify([host, service]),
    title: `${service} on ${host}: ${textAt(body, 'MONIT_DESCRIPTION') ?? word ?? 'event'}`,
    source: host,
    labels: labelsFrom(body),
  };
  const action = exactly(ACTIONS, word);
  return mapped(request, action, about);
}

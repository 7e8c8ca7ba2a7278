import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { alertEvent, mapped, testPing } from './event';
import { at, embedded, exactly, fieldsOf, isFields, listOf, textAt } from './fields';
import { labelsFrom, pick, tagLabels } from './labels';
import { instantFrom } from './times';

/** `heartbeat.status`: the number decides, the text of `msg` may still say "Down". https://github.com/louislam/uptime-kuma (src/util.ts) */
const STATUSES: Readonly<Record<string, { name: string; action: AlertAction }>> = {
  0: { name: 'DOWN', action: 'trigger' },
  1: { name: 'UP', action: 'resolve' },
  2: { name: 'PENDING', action: 'ignored' },
  3: { name: 'MAINTENANCE', action: 'ignored' },
  // Bodies that a customer writes have the word.
  down: { name: 'DOWN', action: 'trigger' },
  up: { name: 'UP', action: 'resolve' },
};

/** Uptime Kuma: `{heartbeat, monitor, msg}` as JSON, or as JSON in the form field `data`. The monitor's id identifies. */
export const uptimeKuma = defineAdapter('uptime-kuma', 'Uptime Kuma', (raw, request, { kind }) => {
  const body = (kind === 'form' ? embedded(at(raw, 'data')) : null) ?? raw;
  const monitor = fieldsOf(at(body, 'monitor'));
  const heartbeat = at(body, 'heartbeat');
  const message = textAt(body, 'msg');
  const id = textAt(monitor, 'id') ?? textAt(heartbeat, 'monitorID');
  if (!isFields(heartbeat)) return message === null ? null : [withoutHeartbeat(message, request)];
  if (id === null) return null;
  const status = exactly(STATUSES, textAt(heartbeat, 'status'));
  const name = textAt(monitor, 'pathName') ?? textAt(monitor, 'name') ?? `Monitor ${id}`;
  const tags = listOf(at(monitor, 'tags')).map((tag) => `${textAt(tag, 'name') ?? ''}:${textAt(tag, 'value') ?? ''}`);
  const about = {
    dedupKey: id,
    title: `${name} is ${status?.name ?? 'in an unknown state'}`,
    description: textAt(heartbeat, 'msg') ?? message,
    severity: status?.name ?? textAt(heartbeat, 'status'),
    urgency: status?.name === 'DOWN' ? ('HIGH' as const) : null,
    sourceLink: textAt(monitor, 'url'),
    labels: labelsFrom(pick(monitor, ['name', 'type', 'hostname', 'port', 'url']), tagLabels(tags)),
    source: textAt(monitor, 'hostname') ?? name,
    // Sent in UTC without saying so; the local time has fields of its own.
    occurredAt: instantFrom(`${textAt(heartbeat, 'time') ?? ''}Z`),
  };
  return [mapped(request, status?.action ?? null, about)];
});

/** The test button and warnings about certificates come without heartbeat and monitor. */
function withoutHeartbeat(message: string, request: InboundRequest): AlertEvent {
  const [, certificate] = /^(\[.+) will expire in -?\d+ days?$/s.exec(message.trim().slice(0, 2000)) ?? [];
  if (!certificate?.includes('][')) return testPing(request, { title: message });
  return alertEvent({ action: 'trigger', dedupKey: `certificate:${certificate}`, title: message });
}

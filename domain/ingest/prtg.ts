import type { Urgency } from '../incident/incident';
import type { AlertAction } from './adapter';
import { defineAdapter } from './define';
import { mapped } from './event';
import { exactly, firstFilled, plainNames, textAt } from './fields';
import { labelsFrom, pick } from './labels';

/** `%state`, https://www.paessler.com/manuals/prtg/list_of_placeholders_for_notifications, https://www.paessler.com/manuals/prtg/sensor_states */
const STATES: Readonly<Record<string, AlertAction>> = {
  up: 'resolve',
  down: 'trigger',
  'down (partial)': 'trigger',
  'partial down': 'trigger',
  warning: 'trigger',
  unusual: 'trigger',
  // How PRTG calls the repeated and the escalated notification of a state.
  'still down': 'trigger',
  'down escalation': 'trigger',
  'warning escalation': 'trigger',
  'down (acknowledged)': 'acknowledge',
};

const URGENCIES: Readonly<Record<string, Urgency>> = {
  down: 'HIGH',
  'down (partial)': 'HIGH',
  'partial down': 'HIGH',
  'still down': 'HIGH',
  'down escalation': 'HIGH',
  'warning escalation': 'MEDIUM',
  warning: 'MEDIUM',
  unusual: 'LOW',
};

/** PRTG "Execute HTTP action": a form of placeholders. The sensor's id identifies. */
export const prtg = defineAdapter('prtg', 'PRTG', (body, request) => {
  const fields = plainNames(body);
  const said = (...names: string[]) =>
    names.map((name) => filled(firstFilled(fields, [name]))).find((text) => text !== null) ?? null;
  const [device, sensor, link] = [said('device'), said('sensor', 'name'), said('linksensor', 'link')];
  const inLink = /[?&]id=(\d+)/.exec(link ?? '')?.[1] ?? null;
  const id = said('sensorid', 'id') ?? inLink ?? (sensor === null ? null : JSON.stringify([device, sensor]));
  const raw = said('state', 'status');
  if (id === null || raw === null) return null;
  const state = currentState(raw);
  return [
    mapped(request, exactly(STATES, state), {
      dedupKey: id,
      title: `${[device, sensor].filter((part) => part !== null).join(' ') || id}: ${raw}`,
      description: said('lastmessage', 'message'),
      severity: raw,
      urgency: exactly(URGENCIES, state),
      sourceLink: link,
      labels: labelsFrom(
        pick(fields, ['device', 'sensor', 'group', 'probe', 'host', 'location', 'priority', 'down', 'downtime']),
      ),
      source: device ?? textAt(fields, 'host'),
    }),
  ];
});

const filled = (text: string | null): string | null => (text !== null && /^%[a-z]+$/.test(text) ? null : text);

/** "Up (was: Warning)" is Up; "Down ended (now: Up)" is Up; "Down (Acknowledged)" is a state of its own. */
function currentState(raw: string): string {
  const [, before, relation, other] = /^(.+?) \((was|now): (.+)\)$/.exec(raw.trim()) ?? [];
  if (before === undefined || other === undefined) return raw;
  return relation === 'now' ? other : before;
}

import { defineAdapter } from './define';
import { alertEvent } from './event';
import { at, fieldsOf, firstText, textAt } from './fields';
import { labelsFrom } from './labels';
import { urgencyOf } from './severity';
import { anyInstant } from './times';

/**
 * Splunk Enterprise webhook alert action, https://docs.splunk.com/Documentation/Splunk/latest/Alert/Webhooks:
 * `{search_name, app, owner, sid, results_link, result}`. It has no end of an alert. The saved search identifies
 * (`sid` is new for every run); a search without a name goes by the source and host of its result.
 */
export const splunk = defineAdapter('splunk', 'Splunk', (body) => {
  const result = fieldsOf(at(body, 'result'));
  const [app, name, sid] = [textAt(body, 'app'), textAt(body, 'search_name'), textAt(body, 'sid')];
  if (name === null && sid === null) return null;
  const [host, source] = [textAt(result, 'host'), textAt(result, 'source')];
  const severity = firstText(result, ['severity', 'urgency', 'priority', 'level']);
  const raw = firstText(result, ['message', '_raw']);
  return [
    alertEvent({
      action: 'trigger',
      dedupKey: JSON.stringify(name === null ? [app, null, source, host] : [app, name]),
      title: name,
      otherTitles: [raw, 'Splunk search alert'],
      description: raw,
      severity,
      urgency: urgencyOf(severity),
      sourceLink: textAt(body, 'results_link'),
      labels: labelsFrom({ app, owner: textAt(body, 'owner') }, result),
      source: host ?? source,
      occurredAt: anyInstant(at(result, '_time')),
    }),
  ];
});

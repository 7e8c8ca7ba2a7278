import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter } from './define';
import { alertEvent, ignored, mapped, unmapped } from './event';
import { at, embedded, exactly, type Fields, fieldsOf, firstText, isFields, listOf, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { isSnsAddress } from './signature/sns';
import { instantFrom } from './times';

/** `NewStateValue`; missing data neither opens nor closes an alarm. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  alarm: 'trigger',
  ok: 'resolve',
  insufficient_data: 'ignored',
};

/**
 * Amazon CloudWatch: alarms through SNS (JSON inside the JSON field `Message`, sent as text/plain), SNS raw delivery,
 * EventBridge "CloudWatch Alarm State Change", and any other SNS message as an alert of its own.
 */
export const cloudwatch = defineAdapter(
  'cloudwatch',
  'Amazon CloudWatch',
  (body, request) => {
    const type = textAt(body, 'Type');
    if (type === 'SubscriptionConfirmation') return [confirmation(body, request)];
    if (type === 'UnsubscribeConfirmation') return [unmapped(request, { title: 'SNS subscription ended' })];
    if (type !== 'Notification') return alarmEvents(body, request);
    const inner = embedded(at(body, 'Message'));
    return inner === null ? snsMessage(body) : alarmEvents(inner, request);
  },
  (text, request) =>
    request.headers['x-amz-sns-rawdelivery'] === 'true'
      ? snsMessage({ Message: text, MessageId: request.headers['x-amz-sns-message-id'] })
      : null,
);

function confirmation(body: Fields, request: InboundRequest): AlertEvent {
  const topic = textAt(body, 'TopicArn') ?? 'SNS';
  if (!isSnsAddress(textAt(body, 'SubscribeURL'))) {
    return ignored(request, 'SubscribeURL is no address of Amazon SNS', { title: `Subscription to ${topic}` });
  }
  return alertEvent({
    action: 'confirmed',
    dedupKey: `subscription:${topic}`,
    title: `Subscription to ${topic}`,
    reason: 'handshake',
  });
}

function alarmEvents(alarm: Fields, request: InboundRequest): AlertEvent[] | null {
  const detail = at(alarm, 'detail') ?? at(alarm, 'alarmData');
  if (isFields(detail)) return eventBridge(alarm, detail, request);
  const name = textAt(alarm, 'AlarmName');
  if (name === null) return null;
  const trigger = fieldsOf(at(alarm, 'Trigger'));
  const place = [textAt(alarm, 'AWSAccountId'), textAt(alarm, 'Region'), name];
  const dimensions = listOf(at(trigger, 'Dimensions')).map((one) => [textAt(one, 'name') ?? '', textAt(one, 'value')]);
  return [
    mapped(request, exactly(ACTIONS, textAt(alarm, 'NewStateValue')), {
      severity: textAt(alarm, 'NewStateValue'),
      dedupKey: textAt(alarm, 'AlarmArn') ?? JSON.stringify(place),
      title: name,
      description: [textAt(alarm, 'AlarmDescription'), textAt(alarm, 'NewStateReason')]
        .filter((part) => part !== null)
        .join('\n\n'),
      sourceLink: consoleLink(textAt(alarm, 'AlarmArn'), name),
      labels: labelsFrom(
        pick(alarm, ['AWSAccountId', 'Region', 'OldStateValue', 'AlarmRule']),
        pick(trigger, ['MetricName', 'Namespace', 'Threshold']),
        Object.fromEntries(dimensions),
      ),
      occurredAt: instantFrom(at(alarm, 'StateChangeTime')),
    }),
  ];
}

function eventBridge(envelope: Fields, detail: Fields, request: InboundRequest): AlertEvent[] | null {
  const name = textAt(detail, 'alarmName');
  if (name === null) return null;
  const arn = textAt(envelope, 'alarmArn') ?? listOf(at(envelope, 'resources')).find((one) => typeof one === 'string');
  const place = [firstText(envelope, ['account', 'accountId']), textAt(envelope, 'region'), name];
  return [
    mapped(request, exactly(ACTIONS, textAt(detail, 'state', 'value')), {
      severity: textAt(detail, 'state', 'value'),
      dedupKey: typeof arn === 'string' && arn !== '' ? arn : JSON.stringify(place),
      title: name,
      description: [textAt(detail, 'configuration', 'description'), textAt(detail, 'state', 'reason')]
        .filter((part) => part !== null)
        .join('\n\n'),
      sourceLink: consoleLink(typeof arn === 'string' ? arn : null, name),
      labels: labelsFrom(pick(envelope, ['account', 'accountId', 'region'])),
      occurredAt: instantFrom(at(detail, 'state', 'timestamp')) ?? instantFrom(at(envelope, 'time')),
    }),
  ];
}

/** The alarm in the console. Only an ARN names the region by its code: `Region` may be a display name. */
function consoleLink(arn: string | null, name: string): string | null {
  const region = /^arn:aws:cloudwatch:([a-z0-9-]+):/.exec(arn ?? '')?.[1];
  if (region === undefined) return null;
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(name.toWellFormed())}`;
}

function snsMessage(message: Fields): AlertEvent[] | null {
  const id = textAt(message, 'MessageId');
  if (id === null) return null;
  const text = textAt(message, 'Message');
  return [
    alertEvent({
      action: 'trigger',
      dedupKey: id,
      title: textAt(message, 'Subject'),
      otherTitles: [text],
      description: text,
      labels: labelsFrom(pick(message, ['TopicArn'])),
      occurredAt: instantFrom(at(message, 'Timestamp')),
    }),
  ];
}

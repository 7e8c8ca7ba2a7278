import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

// What the screens about integrations, settings and set-up show, as the operations answer it.

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

export type Integration = Answer<Operations['integration']['get']>;
export type ReceivedEvent = Answer<Operations['integration']['recentEvents']>[number];
export type TriedAlert = Pick<
  Answer<Operations['integration']['tryMapping']>['alerts'][number],
  'action' | 'title' | 'dedupKey' | 'urgency' | 'severity' | 'source' | 'sourceLink' | 'description' | 'reason'
>;
export type PagedNow = Answer<Operations['service']['pagedNow']>;
export type SetupProgress = Answer<Operations['setup']['progress']>;
export type Settings = Answer<Operations['settings']['get']>;
export type ChannelStatus = Answer<Operations['provider']['list']>[number];
export type SlackStatus = Answer<Operations['slack']['status']>;
export type SlackAccount = Answer<Operations['slack']['account']>;
export type ApiKey = Answer<Operations['apiKey']['list']>['data'][number];
export type AuditEntry = Answer<Operations['audit']['list']>['data'][number];
export type Webhook = Answer<Operations['webhook']['get']>;
export type WebhookDelivery = Answer<Operations['webhook']['deliveries']>['data'][number];
export type LogEntry = Answer<Operations['notification']['list']>['data'][number];
export type SettingsOperations = Pick<Operations, 'settings' | 'demo'>;
export type SetupOperations = Operations['setup'];
export type FirstPageOperations = Pick<Operations, 'integration' | 'service' | 'incident'>;

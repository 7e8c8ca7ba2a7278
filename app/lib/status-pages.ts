import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

/** A status page, with what its components are now. */
export type StatusPage = Answer<Operations['statusPage']['get']>;
export type StatusComponent = StatusPage['components'][number];
/** A report with its updates, newest first. */
export type StatusReport = Answer<Operations['statusReport']['get']>;
export type StatusPageOperations = Operations['statusPage'];
export type Subscriber = Answer<Operations['statusSubscriber']['get']>;
export type SubscriberImport = Answer<Operations['statusSubscriber']['import']>;
export type Announcement = Answer<Operations['statusAnnouncement']['get']>;
export type ReportProposals = Answer<Operations['statusReport']['proposals']>;
export type HostCheck = Answer<Operations['statusPage']['checkHost']>;
export type UptimeReport = Answer<Operations['statusPage']['uptime']>;

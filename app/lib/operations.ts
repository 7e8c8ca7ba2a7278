import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';
import type { AppLoadContext } from './rr';

// What screens show, by the names they use; the operations say what it is.

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

/** Everything about one incident, and what the viewer may do to it now. */
export type IncidentPage = Answer<Operations['incident']['get']>;
export type RelatedIncidents = Answer<Operations['incident']['related']>;
export type SavedView = Answer<Operations['savedView']['get']>;
export type CustomField = Answer<Operations['customField']['get']>;
export type IncidentTemplate = Answer<Operations['incidentTemplate']['get']>;
export type OnCallEntry = Answer<Operations['oncall']['now']>['data'][number];
export type Cover = Answer<Operations['cover']['get']>;
export type PersonShift = Answer<Operations['schedule']['ofPerson']>['data'][number];
export type Proposals = Answer<Operations['timeOff']['proposals']>;
export type TimeOffImport = Answer<Operations['timeOff']['import']>;
export type OutboxMessage = Answer<Operations['outbox']['list']>['data'][number];
export type DashboardOperations = Operations['dashboard'];
export type FilledDashboard = Answer<Operations['dashboard']['read']>;
export type PostmortemView = Answer<Operations['postmortem']['get']>;
export type BoardItem = Answer<Operations['actionItem']['board']>[number];
export type IncidentOperations = Operations['incident'];
export type TimeOffOperations = Operations['timeOff'];

/** Something to choose by its name. */
export type Named = { id: string; name: string };

/** The operations of this request, bound to its actor. */
export const operationsOf = (context: AppLoadContext): Operations => context.operations;

import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

// What the screens about services and escalation policies show, as the operations answer it.

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

export type Service = Answer<Operations['service']['get']>;
export type ServiceLine = Answer<Operations['service']['lines']>['data'][number];
export type Readiness = Answer<Operations['service']['readiness']>['checks'];
export type PagedNow = Answer<Operations['service']['pagedNow']>;
export type Integration = Answer<Operations['integration']['list']>['data'][number];
export type Policy = Answer<Operations['escalationPolicy']['get']>;
export type PolicyPreview = NonNullable<Answer<Operations['escalationPolicy']['preview']>>;
export type StepPreview = PolicyPreview['steps'][number];
export type DraftPolicy = Parameters<Operations['escalationPolicy']['preview']>[0]['policy'];
export type SimulatedPage = NonNullable<Answer<Operations['simulate']['policy']>>[number];

export type ServiceOperations = Operations['service'];
export type EscalationPolicyOperations = Operations['escalationPolicy'];
export type LastResortFrom = PolicyPreview['lastResort']['from'];

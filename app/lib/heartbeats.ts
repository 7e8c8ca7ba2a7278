import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

/** A heartbeat, how it stands, and its newest pings. */
export type Heartbeat = Answer<Operations['heartbeat']['get']>;
export type ChangeOfService = Answer<Operations['incident']['changes']>['data'][number];

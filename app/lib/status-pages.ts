import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

/** A status page, with what its components are now. */
export type StatusPage = Answer<Operations['statusPage']['get']>;
export type StatusComponent = StatusPage['components'][number];
/** A report with its updates, newest first. */
export type StatusReport = Answer<Operations['statusReport']['get']>;
export type StatusPageOperations = Operations['statusPage'];

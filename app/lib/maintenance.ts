import type { Result } from '../../domain/shared/result';
import type { Operations } from '../../workers/operations/tree';

type Answer<O> = O extends (...input: never[]) => Promise<Result<infer T>> ? T : never;

/** A maintenance window, and what it is now. */
export type MaintenanceWindow = Answer<Operations['maintenanceWindow']['get']>;

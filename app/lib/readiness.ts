import type { Operations } from '../../workers/operations/tree';

type Answer = Extract<Awaited<ReturnType<Operations['readiness']>>, { ok: true }>['value'];
export type ReadinessRow = Answer['data'][number];

import { asc, eq } from 'drizzle-orm';
import type { EscalationPolicy, EscalationStep, Target } from '../../domain/escalation/policy';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { escalationPolicies, escalationSteps, escalationTargets } from '../schema';
import { insertAll, type Statement } from './batch';
import { groupBy, holdsWords, inIds, keyed, listPage } from './listing';

type Row = typeof escalationPolicies.$inferSelect;

export type StoredPolicy = EscalationPolicy & { createdAt: Instant; updatedAt: Instant };

type StepRow = typeof escalationSteps.$inferSelect;
type TargetRow = typeof escalationTargets.$inferSelect;

/** Steps and targets, given in order of position, put under their policies. */
export function assemblePolicies(rows: readonly Row[], steps: readonly StepRow[], targets: readonly TargetRow[]) {
  const targetsOf = groupBy(targets, ({ stepId }) => stepId);
  const stepsOf = groupBy(steps, ({ policyId }) => policyId);
  const toStep = ({ policyId: _policy, position: _position, ...step }: StepRow): EscalationStep => ({
    ...step,
    targets: (targetsOf.get(step.id) ?? []).map(toTarget),
  });
  return rows.map(
    ({ nameKey: _key, ...row }): StoredPolicy => ({ ...row, steps: (stepsOf.get(row.id) ?? []).map(toStep) }),
  );
}

const toTarget = ({ kind, targetId, leadOnly }: TargetRow): Target =>
  leadOnly ? { kind, id: targetId, leadOnly } : { kind, id: targetId };

async function withSteps(db: Db, rows: readonly Row[]): Promise<StoredPolicy[]> {
  const steps = await db
    .select()
    .from(escalationSteps)
    .where(
      inIds(
        escalationSteps.policyId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(escalationSteps.position));
  const targets = await db
    .select()
    .from(escalationTargets)
    .where(
      inIds(
        escalationTargets.stepId,
        steps.map(({ id }) => id),
      ),
    )
    .orderBy(asc(escalationTargets.position));
  return assemblePolicies(rows, steps, targets);
}

export async function findPolicy(db: Db, id: string): Promise<StoredPolicy | null> {
  const rows = await db.select().from(escalationPolicies).where(eq(escalationPolicies.id, id));
  const [policy] = await withSteps(db, rows);
  return policy ?? null;
}

/** In order of name, each with all its steps. */
export async function listPolicies(
  db: Db,
  { q, sort, ...page }: PageRequest & NameSearch,
): Promise<Page<StoredPolicy> | null> {
  const { nameKey, id } = escalationPolicies;
  const where = holdsWords(nameKey, q);
  const found = await listPage(db, escalationPolicies, [nameKey, id], page, where, sort === '-name');
  return found && { ...found, data: await withSteps(db, found.data) };
}

export const insertPolicy = (db: Db, { steps, ...row }: StoredPolicy): Statement[] => [
  db.insert(escalationPolicies).values(keyed(row)),
  ...insertSteps(db, row.id, steps),
];

/** The row and all steps as they are to be. */
export const replacePolicy = (db: Db, { steps, ...row }: StoredPolicy): Statement[] => [
  db.update(escalationPolicies).set(keyed(row)).where(eq(escalationPolicies.id, row.id)),
  db.delete(escalationSteps).where(eq(escalationSteps.policyId, row.id)),
  ...insertSteps(db, row.id, steps),
];

export const deletePolicy = (db: Db, id: string): Statement =>
  db.delete(escalationPolicies).where(eq(escalationPolicies.id, id));

function insertSteps(db: Db, policyId: string, steps: readonly EscalationStep[]): Statement[] {
  const rows = steps.map(({ targets: _targets, ...step }, position) => ({ ...step, policyId, position }));
  const targets = steps.flatMap((step) =>
    step.targets.map(({ kind, id, leadOnly }, position) => ({
      stepId: step.id,
      position,
      kind,
      targetId: id,
      leadOnly: leadOnly ?? false,
    })),
  );
  return [
    ...insertAll(rows, 8, (chunk) => db.insert(escalationSteps).values(chunk)),
    ...insertAll(targets, 5, (chunk) => db.insert(escalationTargets).values(chunk)),
  ];
}

import { type SetupFacts, setupFacts } from '../../../db/repositories/setup';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** The steps of the first set-up in their order; the owner's own comes before anybody can ask. */
export const SETUP_STEPS = ['owner', 'organisation', 'service', 'integration', 'page'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export type SetupProgress = {
  steps: { step: SetupStep; done: boolean }[];
  /** Nothing left to show: all steps are done, or somebody has put the list away. */
  finished: boolean;
  demo: { loaded: boolean; mayLoad: boolean };
};

const isDone = (step: SetupStep, facts: SetupFacts): boolean => {
  switch (step) {
    case 'owner':
      return facts.users;
    case 'organisation':
      return facts.organisation;
    case 'service':
      return facts.service;
    case 'integration':
      return facts.integration;
    case 'page':
      return facts.acknowledged;
  }
};

/** How far the first set-up has come; told by what is there, so that it can be left and taken up again. Failures: forbidden. */
export async function setupProgress({ actor, config, db }: Context): Promise<Result<SetupProgress>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const facts = await setupFacts(db);
  const steps = SETUP_STEPS.map((step) => ({ step, done: isDone(step, facts) }));
  return ok({
    steps,
    finished: facts.dismissed || steps.every(({ done }) => done),
    demo: { loaded: facts.demo, mayLoad: config.isLocal && !facts.demo && !facts.configured },
  });
}

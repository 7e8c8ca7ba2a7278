import type { SetupProgress } from '~/lib/integrations';

export type SetupStep = SetupProgress['steps'][number]['step'];

type StepWords = { step: SetupStep; to: string; word: string; says: string };

/** The steps of the first set-up in their order, and where each is done. */
export const STEPS: readonly StepWords[] = [
  { step: 'owner', to: '/setup', word: 'Owner', says: 'Your account, as the first administrator' },
  { step: 'organisation', to: '/setup/organisation', word: 'Organisation', says: 'Name the organisation' },
  { step: 'service', to: '/setup/service', word: 'Service', says: 'Add a service that pages you' },
  { step: 'integration', to: '/setup/integration', word: 'Integration', says: 'Let a tool send alerts to it' },
  { step: 'page', to: '/setup/page', word: 'Test page', says: 'Page yourself and acknowledge it' },
];

/** Where to go on: the first step that is open, else the end. */
export const openStep = ({ steps }: SetupProgress): string =>
  STEPS.find(({ step }) => steps.some((one) => one.step === step && !one.done))?.to ?? '/setup/done';

/** The step after one, whether it is done or not: what "skip" means. */
export const stepAfter = (step: SetupStep): string =>
  STEPS[STEPS.findIndex((one) => one.step === step) + 1]?.to ?? '/setup/done';

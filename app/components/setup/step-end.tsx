import type { ReactNode } from 'react';
import { LinkButton } from '~/ui/button';
import styles from './setup-page.module.css';
import { type SetupStep, stepAfter } from './steps';

/** What each step ends with: its own button, and the way past it. */
export function StepEnd({ step, done, children }: { step: SetupStep; done: boolean; children?: ReactNode }) {
  return (
    <div className={styles.end}>
      {children}
      <LinkButton to={stepAfter(step)} look={done ? 'primary' : 'quiet'}>
        {done ? 'Go on' : 'Skip for now'}
      </LinkButton>
    </div>
  );
}

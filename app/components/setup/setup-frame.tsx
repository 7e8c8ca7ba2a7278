import type { ReactNode } from 'react';
import type { SetupProgress } from '~/lib/integrations';
import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import { Wordmark } from '../shell/wordmark';
import styles from './setup-frame.module.css';
import { type SetupStep, STEPS } from './steps';

type Props = { current: SetupStep | 'done'; progress: SetupProgress['steps']; title: string; children: ReactNode };

/** The first set-up: the name, where one stands, and one thing to do. */
export function SetupFrame({ current, progress, title, children }: Props) {
  const isDone = (step: SetupStep): boolean => progress.some((one) => one.step === step && one.done);
  const at = STEPS.findIndex(({ step }) => step === current) + 1;
  const mayLeave = isDone('owner');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Wordmark />
        {mayLeave && at > 0 ? <Link to="/">Finish later</Link> : null}
      </header>
      <nav aria-label="Set-up">
        <ol className={styles.steps}>
          {STEPS.map(({ step, to, word }) => (
            <li key={step} data-current={step === current || undefined} data-done={isDone(step) || undefined}>
              <Glyph name={isDone(step) ? 'check' : 'later'} />
              {mayLeave && step !== 'owner' && step !== current ? (
                <Link to={to}>{word}</Link>
              ) : (
                <span aria-current={step === current ? 'step' : undefined}>{word}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <main className={styles.main}>
        {at > 0 ? (
          <p className={styles.count}>
            Step {at} of {STEPS.length}
          </p>
        ) : null}
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </main>
    </div>
  );
}

/** Why this step is there, in a sentence or two. */
export const SetupLead = ({ children }: { children: ReactNode }) => <p className={styles.lead}>{children}</p>;

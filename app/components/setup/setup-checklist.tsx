import type { SetupProgress } from '~/lib/integrations';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import styles from './setup-checklist.module.css';
import { STEPS } from './steps';

/** What of the first set-up is still open, on the start page until it is done or put away. */
export function SetupChecklist({ progress }: { progress: SetupProgress | null }) {
  if (!progress || progress.finished) return null;
  const isDone = new Map(progress.steps.map(({ step, done }) => [step, done]));
  const done = progress.steps.filter((one) => one.done).length;
  return (
    <Section title="First set-up" aside={`${done} of ${progress.steps.length} done`}>
      <ol className={styles.steps}>
        {STEPS.map(({ step, to, says }) => (
          <li key={step} data-done={isDone.get(step) || undefined}>
            <Glyph name={isDone.get(step) ? 'check' : 'later'} />
            {isDone.get(step) ? <span>{says}</span> : <Link to={to}>{says}</Link>}
          </li>
        ))}
      </ol>
      <div className={styles.end}>
        {progress.demo.mayLoad ? (
          <Form method="post" action="/settings">
            <Button name="verb" value="add-demo">
              Load the demo organisation
            </Button>
          </Form>
        ) : null}
        <Form method="post" action="/setup/done">
          <Button look="quiet">Put this list away</Button>
        </Form>
      </div>
    </Section>
  );
}

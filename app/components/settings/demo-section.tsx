import type { SetupProgress } from '~/lib/integrations';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page';
import styles from './settings.module.css';

/** The demo organisation: one button to have it, one to be rid of it. */
export function DemoSection({ demo }: { demo: SetupProgress['demo'] }) {
  if (!demo.loaded && !demo.mayLoad) return null;
  return (
    <Section title="Demo organisation">
      <p className={styles.text}>
        {demo.loaded
          ? 'Teams, services, a schedule, people and keys to look at. Removing it deletes all of them, resolves their incidents and leaves what you added yourself. Was nobody added, the first set-up begins again.'
          : 'Teams, services, schedules and incidents to look at, removed again with one press.'}
      </p>
      <Form method="post" className={styles.end}>
        {demo.loaded ? (
          <Button name="verb" value="remove-demo" look="danger">
            Remove the demo organisation
          </Button>
        ) : (
          <Button name="verb" value="add-demo">
            Load the demo organisation
          </Button>
        )}
      </Form>
    </Section>
  );
}

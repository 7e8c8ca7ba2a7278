import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/radio-group';
import styles from './page-test.module.css';

/** One press from anywhere: pages the reader by their rules for High. */
export const PageMeNow = () => (
  <Form method="post" action="/profile/page-me">
    <input type="hidden" name="urgency" value="HIGH" />
    <Button name="verb" value="start">
      Page me now
    </Button>
  </Form>
);

/** The same with a choice of whose rules are tried. */
export const PageMeForm = () => (
  <Form method="post" action="/profile/page-me" className={styles.start}>
    <RadioGroup
      legend="By your rules for"
      name="urgency"
      chosen="HIGH"
      choices={[
        { value: 'HIGH', word: 'High' },
        { value: 'MEDIUM', word: 'Medium' },
        { value: 'LOW', word: 'Low' },
      ]}
    />
    <Button look="primary" name="verb" value="start">
      Page me now
    </Button>
  </Form>
);

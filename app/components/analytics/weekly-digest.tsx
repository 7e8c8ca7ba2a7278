import { Form, useLocation } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Moment } from '~/ui/time';
import styles from './analytics.module.css';

/** Asks for the weekly mail, or ends it. */
export function WeeklyDigest({ nextAt }: { nextAt: number | null }) {
  const { search } = useLocation();
  return (
    <Form method="post" action={`/analytics${search}`} className={styles.digest} preventScrollReset>
      <p>
        {nextAt === null ? (
          'Every Monday morning by e-mail: who was interrupted last week, by what, and how much of it was noise.'
        ) : (
          <>
            The weekly digest reaches you by e-mail, next <Moment at={nextAt} />.
          </>
        )}
      </p>
      <Button name="wanted" value={nextAt === null ? 'yes' : 'no'}>
        {nextAt === null ? 'Send me the weekly digest' : 'End the weekly digest'}
      </Button>
    </Form>
  );
}

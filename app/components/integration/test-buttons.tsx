import type { ReceivedEvent } from '~/lib/integrations';
import { Form, useNavigation } from '~/lib/rr';
import { Button } from '~/ui/button';
import { testKeyOf } from '../../../domain/integration/test-alert';
import styles from './manage.module.css';

type Props = { integrationId: string; events: readonly ReceivedEvent[] };

/** A real event through the integration's own inbox, and its recovery. */
export function TestButtons({ integrationId, events }: Props) {
  const busy = useNavigation().state === 'submitting';
  const tests = events.flatMap(({ alerts }) => alerts).filter(({ dedupKey }) => dedupKey === testKeyOf(integrationId));
  const firing = tests[0]?.action === 'trigger';
  return (
    <Form method="post" className={styles.buttons} aria-busy={busy || undefined} preventScrollReset>
      <Button name="verb" value="test">
        Send test alert
      </Button>
      {firing ? (
        <Button name="verb" value="resolve-test">
          Resolve test alert
        </Button>
      ) : null}
    </Form>
  );
}

import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import type { Refusal } from '~/lib/failure';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import type { Channel } from '../../../domain/notification/channels';
import { LastSuccess } from './last-success';
import styles from './method-list.module.css';
import { MethodProblem } from './method-problem';
import { MethodState } from './method-state';
import { VerifyForm } from './verify-form';
import { addressOf, type Method, methodName } from './words';

type Props = {
  methods: readonly Method[];
  channels: readonly Channel[];
  refusal: Refusal | undefined;
  /** The method a code has just gone to. */
  codeSentTo: string | null;
};

/** One's own contact methods, with what can be done to each. */
export function MethodList({ methods, channels, refusal, codeSentTo }: Props) {
  return (
    <ul>
      {methods.map((method) => (
        <li key={method.id} className={styles.method}>
          <div className={styles.what}>
            <p>
              <span className={styles.kind}>{CHANNEL_NAMES[method.kind]}</span> <span>{addressOf(method)}</span>
            </p>
            <MethodState method={method} channels={channels} />
            <MethodProblem method={method} />
            <LastSuccess method={method} />
          </div>
          <Actions method={method} canSend={channels.includes(method.kind)} />
          {method.verified || !channels.includes(method.kind) ? null : (
            <VerifyForm
              method={method}
              codeSent={codeSentTo === method.id}
              refusal={refusal?.values.id === method.id ? refusal : undefined}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Actions({ method, canSend }: { method: Method; canSend: boolean }) {
  const name = methodName(method);
  const { id, verified, enabled } = method;
  return (
    <Form method="post" className={styles.actions}>
      <input type="hidden" name="id" value={id} />
      {canSend ? (
        <Button look="quiet" name="verb" value="test" aria-label={`Test ${name}`}>
          Test
        </Button>
      ) : null}
      {verified ? (
        <Button
          look="quiet"
          name="verb"
          value={enabled ? 'turn-off' : 'turn-on'}
          aria-label={`${enabled ? 'Turn off' : 'Turn on'} ${name}`}
        >
          {enabled ? 'Turn off' : 'Turn on'}
        </Button>
      ) : null}
      <Link to={`/profile/paging/${encodeURIComponent(id)}/remove`} aria-label={`Remove ${name}`}>
        Remove
      </Link>
    </Form>
  );
}

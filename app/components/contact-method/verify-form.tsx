import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Anchored } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import styles from './method-list.module.css';
import { type Method, methodName } from './words';

type Props = { method: Method; codeSent: boolean; refusal: Refusal | undefined };

/** Proves that a method reaches its owner, by a code that is typed: a link would open in another browser. */
export function VerifyForm({ method, codeSent, refusal }: Props) {
  const error = refusal?.errors.code;
  const wasSent = codeSent || refusal?.form === 'verify';
  const send = wasSent ? 'Send another code' : 'Send a code to verify it';
  return (
    <Form method="post" className={styles.verify}>
      <input type="hidden" name="id" value={method.id} />
      {wasSent ? (
        <>
          <CodeField error={error} typed={refusal?.values.code} method={method} />
          <Button name="verb" value="verify">
            Verify
          </Button>
        </>
      ) : null}
      <Button
        look={wasSent ? 'quiet' : 'plain'}
        name="verb"
        value="send-code"
        formNoValidate
        className={styles.resend}
        aria-label={`${send}: ${methodName(method)}`}
      >
        {send}
      </Button>
    </Form>
  );
}

function CodeField({ error, typed, method }: { error: string | undefined; typed: string | undefined; method: Method }) {
  return (
    <Anchored name={error ? 'code' : `code-${method.id}`}>
      <Field
        label="Code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={30}
        required
        error={error}
        defaultValue={typed}
        aria-label={`Code, sent to ${methodName(method)}`}
      />
    </Anchored>
  );
}

import { Form, useLocation } from '~/lib/rr';
import { Button } from '~/ui/button';
import styles from './keyboard.module.css';

/** Single keys on or off on this device; works without scripts. */
export function KeySwitch({ single }: { single: boolean }) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/keys" className={styles.switch} preventScrollReset>
      <input type="hidden" name="returnTo" value={`${pathname}${search}`} />
      <p>
        {single
          ? 'Single keys are on: a letter does something wherever nothing is typed. Press ? for the list.'
          : 'Single keys are off on this device: only keys held with Ctrl or ⌘ do something.'}
      </p>
      <Button name="single" value={single ? 'off' : 'on'}>
        {single ? 'Switch single keys off' : 'Switch single keys on'}
      </Button>
    </Form>
  );
}

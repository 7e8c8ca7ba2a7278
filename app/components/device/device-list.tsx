import type { Device } from '~/lib/people';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Glyph } from '~/ui/glyph';
import { Time } from '~/ui/time';
import styles from './device.module.css';

/** One's devices: whether they are reached, and when a push last said that it had arrived. */
export function DeviceList({ devices }: { devices: readonly Device[] }) {
  return (
    <ul>
      {devices.map((device) => (
        <li key={device.id} className={styles.device}>
          <div>
            <p className={styles.name}>
              {device.name}
              <span className={styles.kind}>{device.installed ? ' · installed app' : ' · in the browser'}</span>
            </p>
            <p className={styles.state} data-ended={device.endedAt !== null || undefined}>
              <Glyph name={device.endedAt !== null ? 'warning' : device.enabled ? 'check' : 'suppressed'} />
              <span>
                <State device={device} />
              </span>
            </p>
          </div>
          <Form method="post" className={styles.actions}>
            <input type="hidden" name="id" value={device.id} />
            {device.endedAt === null ? (
              <Button look="quiet" aria-label={`Test ${device.name}`}>
                Test
              </Button>
            ) : null}
            <Link to={`/profile/paging/${encodeURIComponent(device.id)}/remove`} aria-label={`Remove ${device.name}`}>
              Remove
            </Link>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function State({ device: { endedAt, enabled, lastReceiptAt } }: { device: Device }) {
  if (endedAt !== null) {
    return (
      <>
        Its push service gave it up <Time at={endedAt} />: no page reaches it. Open OpsKnight on it to repair that, or
        remove it.
      </>
    );
  }
  return (
    <>
      {enabled ? '' : 'Turned off. '}
      {lastReceiptAt === null ? (
        'No push has reported that it arrived yet: send a test.'
      ) : (
        <>
          Last push arrived <Time at={lastReceiptAt} />
        </>
      )}
    </>
  );
}

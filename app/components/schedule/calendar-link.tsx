import { Form } from '~/lib/rr';
import type { CalendarFeed } from '~/lib/schedules';
import { Button } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Notice, NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';
import { Time } from '~/ui/time';
import styles from './calendar-link.module.css';

type Props = {
  title: string;
  feed: CalendarFeed | null;
  /** The address that was made by the last press, null if it ended the link, undefined if there was none. */
  url: string | null | undefined;
  /** What whoever has the address can read: "your shifts". */
  what: string;
  /** What can be subscribed to. */
  offer: string;
};

/** The secret address by which a calendar follows shifts: make it, copy it, change it, end it. */
export function CalendarLink({ title, feed, url, what, offer }: Props) {
  return (
    <Section title={title}>
      <NoticeRegion>
        {url === undefined ? null : (
          <Notice glyph="check" key={url}>
            <p>
              {url === null
                ? 'The link has ended. Calendars that used it get nothing any more.'
                : `Copy the address now: it is not shown again. Whoever has it can read ${what}.`}
            </p>
          </Notice>
        )}
      </NoticeRegion>
      {url ? <CopyField label="Address to subscribe to" text={url} /> : null}
      {feed ? (
        <>
          <p className={styles.fact}>
            Its address was given out <Time at={feed.rotatedAt} />.{' '}
            {feed.lastReadAt ? (
              <>
                A calendar read it <Time at={feed.lastReadAt} />.
              </>
            ) : (
              'No calendar has read it yet.'
            )}
          </p>
          <Form method="post" className={styles.actions}>
            <input type="hidden" name="verb" value="calendar" />
            <Button name="op" value="rotate">
              New address
            </Button>
            <Button name="op" value="revoke" look="danger">
              End the link
            </Button>
            <p className={styles.note}>Both end the present address at once.</p>
          </Form>
        </>
      ) : (
        <>
          <p className={styles.fact}>{offer}</p>
          <Form method="post" className={styles.actions}>
            <input type="hidden" name="verb" value="calendar" />
            <Button name="op" value="create">
              Make a link
            </Button>
          </Form>
        </>
      )}
      <p className={styles.note}>
        Calendars look only now and then: Google every 12 to 24 hours, Outlook about every 3 hours, Apple every hour
        unless set otherwise. For what counts now, look here.
      </p>
    </Section>
  );
}

import type { Cover } from '~/lib/operations';
import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Section } from '~/ui/page';
import styles from './covers.module.css';
import { ShiftSpan } from './shift-span';
import { coverPath } from './words';

/** Shifts that others ask the reader to take, each with one tap; nothing while there are none. */
export function CoverOffers({ covers }: { covers: readonly Cover[] }) {
  if (covers.length === 0) return null;
  return (
    <Section title="Cover asked of you">
      <ul className={styles.list}>
        {covers.map((cover) => (
          <li key={cover.id} className={styles.row}>
            <div>
              <p className={styles.when}>
                <ShiftSpan start={cover.start} end={cover.end} />
              </p>
              {cover.inReturn ? (
                <p>
                  for yours, <ShiftSpan start={cover.inReturn.start} end={cover.inReturn.end} />
                </p>
              ) : null}
              <p className={styles.about}>
                <Link to={coverPath(cover)}>
                  {cover.inReturn
                    ? `${cover.user.name} asks to exchange shifts on ${cover.schedule.name}`
                    : `${cover.user.name} asks for cover on ${cover.schedule.name}`}
                </Link>
              </p>
            </div>
            <CoverAnswer cover={cover} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Take or decline: the same form wherever a request is shown. */
export function CoverAnswer({ cover }: { cover: Cover }) {
  const whose = `${cover.user.name}’s shift on ${cover.schedule.name}`;
  const take = cover.inReturn ? 'Accept' : 'Take it';
  return (
    <Form method="post" action={coverPath(cover)} className={styles.actions}>
      <Button name="verb" value="take" aria-label={`${take}: ${whose}`}>
        {take}
      </Button>
      <Button name="verb" value="decline" look="quiet" aria-label={`Decline: ${whose}`}>
        Decline
      </Button>
    </Form>
  );
}

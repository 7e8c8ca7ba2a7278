import { Link } from '~/lib/rr';
import { LinkButton } from '~/ui/button';
import { Tabs } from '~/ui/tabs';
import styles from './timeline-nav.module.css';
import { type Address, addressOf } from './view-address';
import { VIEW_WORDS, VIEWS } from './view-range';

type Props = {
  id: string;
  address: Address;
  title: string;
  previous: string;
  next: string;
  /** The date that is shown now, to stay at it when the view changes. */
  date: string;
  /** On whose clocks it can be read; null where both tell the same. */
  clocks: { schedule: string; mine: string } | null;
};

/** How much is shown, from when, and on whose clock: all of it stands in the address. */
export function TimelineNav({ id, address, title, previous, next, date, clocks }: Props) {
  const to = (change: Partial<Address>): string => addressOf(id, { ...address, ...change });
  return (
    <div className={styles.nav}>
      <div className={styles.when}>
        <h2>{title}</h2>
        <div className={styles.moves}>
          <LinkButton to={to({ date: previous })} aria-label="Previous" preventScrollReset>
            ‹
          </LinkButton>
          <LinkButton to={to({ date: '' })} preventScrollReset>
            Today
          </LinkButton>
          <LinkButton to={to({ date: next })} aria-label="Next" preventScrollReset>
            ›
          </LinkButton>
        </div>
      </div>
      <div className={styles.choices}>
        <Tabs
          label="View"
          tabs={VIEWS.map((view) => ({
            to: to({ view, date }),
            word: VIEW_WORDS[view],
            current: view === address.view,
          }))}
        />
        {clocks ? (
          <Tabs
            label="Clock"
            tabs={[
              { to: to({ mine: false, date }), word: `Schedule time, ${clocks.schedule}`, current: !address.mine },
              { to: to({ mine: true, date }), word: `My time, ${clocks.mine}`, current: address.mine },
            ]}
          />
        ) : null}
      </div>
    </div>
  );
}

/** For the keyboard: past the picture's many links to the list that says the same. */
export const SkipPicture = () => (
  <Link to="#coverage" className={styles.skip}>
    Skip the picture, to the list
  </Link>
);

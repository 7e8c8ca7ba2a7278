import { useClock } from '~/lib/clock';
import type { PagedNow } from '~/lib/integrations';
import { Link } from '~/lib/rr';
import { countOf, duration, listOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import { SECOND } from '../../../domain/shared/time';
import { CHANNEL_WORDS } from '../incident/teller';
import styles from './would-page.module.css';

type Props = { service: { id: string; name: string }; paged: PagedNow | null };

const STEPS_SHOWN = 3;

/** Whom an alert of this integration would page if it came now. */
export function WouldPage({ service, paged }: Props) {
  return (
    <Section title="Who would be paged" aside={<Link to={`/services/${service.id}`}>{service.name}</Link>}>
      {paged === null ? null : paged.policy === null ? (
        <p className={styles.nobody}>
          <Glyph name="warning" />
          Nobody: the service has no escalation policy.
        </p>
      ) : (
        <ol>
          {paged.steps.slice(0, STEPS_SHOWN).map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Step({ step: { afterSeconds, people, reasons } }: { step: PagedNow['steps'][number] }) {
  const { locale } = useClock();
  const when = afterSeconds === 0 ? 'At once' : `After ${duration(afterSeconds * SECOND, locale)}`;
  const channels = [...new Set(people.flatMap((person) => person.channels))].map((channel) => CHANNEL_WORDS[channel]);
  return (
    <li className={styles.step}>
      <span className={styles.when}>{when}</span>
      {people.length === 0 ? (
        <span className={styles.nobody}>
          <Glyph name="warning" />
          nobody{reasons[0] ? `: ${reasons[0]}` : ''}
        </span>
      ) : (
        <span>
          {people.length > 3
            ? countOf(people.length, locale, 'person', 'people')
            : listOf(
                people.map(({ name }) => name),
                locale,
              )}
          <span className={styles.by}>{channels.length > 0 ? ` by ${listOf(channels, locale)}` : ''}</span>
        </span>
      )}
    </li>
  );
}

import { useClock } from '~/lib/clock';
import type { Readiness } from '~/lib/paging';
import { listOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import styles from './readiness-list.module.css';

type Check = Readiness[number];

const SAID: Record<Check['check'], { ok: string; not: (names: string) => string }> = {
  policy: { ok: 'A policy pages somebody.', not: () => 'No policy with a step: nobody is paged.' },
  'last-step': { ok: 'The policy ends with a person.', not: () => 'The last step reaches nobody at the moment.' },
  gaps: { ok: 'No gap on call in the next 30 days.', not: (names) => `A gap within 30 days in ${names}.` },
  ways: {
    ok: 'Everyone it pages now has two ways to be reached.',
    not: (names) => `Fewer than two verified ways to reach ${names}.`,
  },
  integration: {
    ok: 'An integration is switched on.',
    not: () => 'No integration is switched on: only people open incidents.',
  },
  heard: {
    ok: 'A tool was heard in the last 24 hours.',
    not: (names) => `Nothing heard in the last 24 hours from ${names}.`,
  },
};

/** Whether an alert would wake somebody: a line each, what is amiss first. */
export function ReadinessList({ checks }: { checks: readonly Check[] }) {
  const { locale } = useClock();
  const amiss = checks.filter(({ isOk }) => !isOk);
  const lines = [...amiss, ...checks.filter(({ isOk }) => isOk)];
  return (
    <Section title={amiss.length === 0 ? 'Ready' : 'Not quite ready'}>
      <ul className={styles.list}>
        {lines.map(({ check, isOk, about }) => (
          <li key={check} className={styles.line} data-amiss={!isOk || undefined}>
            <Glyph name={isOk ? 'check' : 'warning'} />
            {isOk ? SAID[check].ok : SAID[check].not(listOf(about, locale))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

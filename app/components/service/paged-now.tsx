import { useClock } from '~/lib/clock';
import type { PagedNow as Paged } from '~/lib/paging';
import { Link } from '~/lib/rr';
import { Notice } from '~/ui/notice';
import { AsOf, Section } from '~/ui/page';
import { lastResortSentence, warningsOf } from '../escalation-policy/sentences';
import { StepsNow } from '../escalation-policy/steps-now';
import { policyPath } from '../escalation-policy/words';
import styles from './paged-now.module.css';
import { UrgencyTabs } from './urgency-tabs';
import { servicePath } from './words';

/** Who would be paged if an alert came in this minute. */
export function PagedNow({ serviceId, paged }: { serviceId: string; paged: Paged }) {
  const { locale } = useClock();
  const { policy, steps, lastResort, urgency } = paged;
  if (!policy) return null;
  return (
    <Section title="Who would be paged now" aside={<AsOf />}>
      <UrgencyTabs path={servicePath(serviceId)} current={urgency} />
      {warningsOf(steps, lastResort).map((warning) => (
        <Notice key={warning} glyph="warning" tone="failed">
          <p>{warning}</p>
        </Notice>
      ))}
      <StepsNow steps={steps} />
      <p className={styles.after}>
        {lastResortSentence(
          lastResort.people.map(({ name }) => name),
          lastResort.from,
          locale,
        )}{' '}
        <Link to={`${policyPath(policy.id)}#simulate`}>Simulate another moment</Link>
      </p>
    </Section>
  );
}

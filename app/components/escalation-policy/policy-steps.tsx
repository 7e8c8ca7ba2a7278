import { useClock } from '~/lib/clock';
import type { Policy, PolicyPreview } from '~/lib/paging';
import { Link } from '~/lib/rr';
import { listOf } from '~/lib/time';
import { Notice } from '~/ui/notice';
import { AsOf, Section } from '~/ui/page';
import { limitWords } from './limit-words';
import styles from './policy-steps.module.css';
import {
  CHANNEL_WORDS,
  channelsOf,
  endSentence,
  lastResortSentence,
  marginOf,
  stepSentence,
  warningsOf,
} from './sentences';
import { Reasons } from './steps-now';
import { type TargetChoices, targetName, targetPath } from './targets';

type Props = { policy: Policy; preview: PolicyPreview | null; choices: TargetChoices };

/** The steps as they are written down, and under each whom it would page at the moment. */
export function PolicySteps({ policy, preview, choices }: Props) {
  const { locale } = useClock();
  return (
    <Section title="Steps" aside={<AsOf />}>
      {preview
        ? warningsOf(preview.steps, preview.lastResort).map((warning) => (
            <Notice key={warning} glyph="warning" tone="failed">
              <p>{warning}</p>
            </Notice>
          ))
        : null}
      <ol>
        {policy.steps.map((step, index) => {
          const now = preview?.steps[index];
          return (
            <li key={step.id} className={styles.step}>
              <span className={styles.gutter}>
                {step.delaySeconds === 0 ? 'at once' : marginOf(step.delaySeconds, locale)}
              </span>
              <div className={styles.entry}>
                <p>
                  <span className={styles.number}>Step {index + 1}</span> {step.targets.length === 0 ? 'nobody' : null}
                  {step.targets.map((target, place) => (
                    <span key={`${target.kind}:${target.id}`}>
                      {place > 0 ? ', ' : null}
                      <Link to={targetPath(target)}>{targetName(target, choices)}</Link>
                    </span>
                  ))}
                  {step.channels ? (
                    <span className={styles.number}>
                      {' '}
                      only by{' '}
                      {listOf(
                        step.channels.map((channel) => CHANNEL_WORDS[channel]),
                        locale,
                      )}
                    </span>
                  ) : null}
                  {limitWords(step, locale) ? <span className={styles.number}> {limitWords(step, locale)}</span> : null}
                </p>
                {now ? (
                  <>
                    <p className={styles.sentence}>
                      <b data-empty={now.people.length === 0 || undefined}>{stepSentence(now, locale)}</b>{' '}
                      <span className={styles.number}>{channelsOf(now, locale)}</span>
                    </p>
                    <Reasons step={now} />
                  </>
                ) : null}
              </div>
            </li>
          );
        })}
        <li className={styles.step}>
          <span className={styles.gutter}>{marginOf(policy.repeatAfterSeconds, locale)}</span>
          <div className={styles.entry}>
            <p>{endSentence(policy, locale)}</p>
            {preview ? (
              <p className={styles.number}>
                {lastResortSentence(
                  preview.lastResort.people.map(({ name }) => name),
                  preview.lastResort.from,
                  locale,
                )}
              </p>
            ) : (
              <p className={styles.number}>Whom each step reaches is shown once there is a service.</p>
            )}
          </div>
        </li>
      </ol>
    </Section>
  );
}

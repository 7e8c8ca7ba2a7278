import { useClock } from '~/lib/clock';
import { duration, listOf } from '~/lib/time';
import { Glyph, type GlyphName } from '~/ui/glyph';
import { ClockTime, Countdown, Moment } from '~/ui/time';
import type { IncidentDetail, StepView } from '../../../domain/incident/view';
import { SECOND } from '../../../domain/shared/time';
import styles from './escalation-strip.module.css';

const GLYPHS: Record<StepView['state'], GlyphName> = { done: 'check', next: 'next', later: 'later' };

/** Who was paged, who is next and when. */
export function EscalationStrip({ incident }: { incident: IncidentDetail }) {
  const { steps, escalation, repeat, status, nobodyPaged } = incident;
  if (status === 'RESOLVED') return null;
  const running = escalation.nextAt !== null;
  return (
    <section aria-label="Escalation" className={styles.strip}>
      <p className={styles.headline} data-warning={nobodyPaged || undefined}>
        <Glyph name={nobodyPaged ? 'warning' : running ? 'next' : 'dash'} />
        <span>
          <Headline incident={incident} />
        </span>
        {repeat > 0 && escalation.cycle > 0 ? (
          <span className={styles.cycle}>
            cycle {escalation.cycle} of {repeat + 1}
          </span>
        ) : null}
      </p>
      {steps.length > 0 ? (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <Step key={step.step} step={step} running={running} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

function Headline({ incident }: { incident: IncidentDetail }) {
  const { status, snoozedUntil, acknowledgementLapsesAt, escalation, steps, nobodyPaged } = incident;
  const { pausedUntil, maintenance, holdBack } = incident;
  const { locale } = useClock();
  if (nobodyPaged) return 'Nobody is paged for this. Call someone, or reassign it.';
  if (pausedUntil !== null) {
    return (
      <>
        Paused until <Moment at={pausedUntil} />; then it goes on where it was.
      </>
    );
  }
  if (status === 'SUPPRESSED' && maintenance?.held) {
    return (
      <>
        In maintenance: nobody is paged until <Moment at={maintenance.until} />; then step 1 starts if it still burns.
      </>
    );
  }
  if (status === 'SUPPRESSED' && holdBack) return <HeldBack {...holdBack} />;
  if (status === 'SUPPRESSED') return 'Suppressed: nobody is paged.';
  if (status === 'SNOOZED') {
    return (
      <>
        Nobody is paged
        {snoozedUntil === null ? null : (
          <>
            {' '}
            until <Moment at={snoozedUntil} />
          </>
        )}
        ; then step 1 starts again.
      </>
    );
  }
  if (status === 'ACKNOWLEDGED' && escalation.nextAt === null) {
    return acknowledgementLapsesAt === null ? (
      'Paging has stopped.'
    ) : (
      <>
        Paging has stopped. The acknowledgement lapses in <Countdown at={acknowledgementLapsesAt} />.
      </>
    );
  }
  if (escalation.nextAt === null) return 'No further page is planned.';
  const next = steps.find((step) => step.state === 'next');
  const people = next && next.people.length > 0 ? listOf(next.people, locale) : null;
  return (
    <>
      Next page
      {people ? (
        <>
          : <b>{people}</b>
        </>
      ) : null}{' '}
      in{' '}
      <b className={styles.figure}>
        <Countdown at={escalation.nextAt} />
      </b>
    </>
  );
}

/** What the service waits for before it pages. */
function HeldBack({ until, more }: NonNullable<IncidentDetail['holdBack']>) {
  return (
    <>
      Held back: step 1 starts
      {until === null ? null : (
        <>
          {' '}
          at <Moment at={until} /> if it still burns
        </>
      )}
      {until !== null && more ? ', or' : null}
      {more ? ` when more than ${more.than} events come within ${more.minutes} min` : null}.
    </>
  );
}

function Step({
  step: { step, people, state, dueAt, delaySeconds, skipped },
  running,
}: {
  step: StepView;
  running: boolean;
}) {
  const { locale } = useClock();
  const shown = state === 'next' && !running ? 'later' : state;
  return (
    <li className={styles.step} data-state={shown}>
      <span className={styles.gutter}>
        {shown !== 'later' && dueAt !== null ? <ClockTime at={dueAt} /> : null}
        {shown === 'later' ? `+${duration(delaySeconds * SECOND, locale, 'narrow')}` : null}
      </span>
      <Glyph name={GLYPHS[shown]} />
      <span className={styles.people}>
        <span className={styles.number}>Step {step}</span>{' '}
        {people.length > 0 ? listOf(people, locale) : 'nobody at the moment'}
      </span>
      <span className={styles.state}>
        {shown === 'done' ? 'paged' : skipped ? `not now: ${skipped}` : shown === 'next' ? 'next' : ''}
      </span>
    </li>
  );
}

import { Section } from '~/ui/page';
import styles from './analytics.module.css';
import { DayChart } from './day-chart';

type Props = { days: readonly { day: number; incidents: number; interruptions: number; sleepHours: number }[] };

/** What happened on each day of the period, and how often that interrupted somebody. */
export function DayCharts({ days }: Props) {
  return (
    <div className={styles.columns}>
      <Section title="Incidents">
        <DayChart
          label="Incidents"
          days={days.map(({ day, incidents }) => ({ day, all: incidents }))}
          unit="incidents"
        />
      </Section>
      <Section title="Interruptions">
        <DayChart
          label="Interruptions"
          days={days.map(({ day, interruptions, sleepHours }) => ({ day, all: interruptions, part: sleepHours }))}
          unit="interruptions"
          partUnit="in sleep hours"
        />
      </Section>
    </div>
  );
}

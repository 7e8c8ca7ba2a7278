import { useClock } from '~/lib/clock';
import type { FilledDashboard } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { dayText } from '../../../domain/analytics/day';
import { metricOf } from '../../../domain/analytics/metrics';
import { DayChart } from '../analytics/day-chart';
import { FigureList } from '../analytics/figure-list';
import { type AnalyticsFilter, analyticsLink, cohortLink, readAnalyticsFilter } from '../analytics/filter';
import { GroupTable } from '../analytics/group-table';
import { HeatMapTable } from '../analytics/heat-map-table';
import { PeopleTable } from '../analytics/people-table';
import { type Change, changeOf, figureDetail, figureWords, samplesOf } from '../analytics/words';
import styles from './dashboard.module.css';
import { metricIdOf, narrowingWords, subjectWords } from './words';

type Filled = FilledDashboard['panels'][number];

/** The same incidents as the panel's, with dates, for links to those behind a number. */
function filterOf({ report: { period }, serviceId, teamId }: Filled): AnalyticsFilter {
  const dates = { from: dayText(period.from), to: dayText(period.to - 1) };
  return readAnalyticsFilter(
    new URLSearchParams({
      ...dates,
      ...(serviceId ? { service: serviceId } : {}),
      ...(teamId ? { team: teamId } : {}),
    }),
  );
}

/** One panel under its name: what it shows, over which days, of what. */
export function DashboardPanel({ panel }: { panel: Filled }) {
  const isFigure = metricIdOf(panel.subject) !== null;
  const size = isFigure ? styles.figure : panel.subject.startsWith('chart:') ? styles.chart : styles.wide;
  const words = subjectWords(panel.subject);
  return (
    <section className={size} aria-label={`${words}, ${narrowingWords(panel)}`}>
      <h2 className={styles.title}>{words}</h2>
      <p className={styles.about}>{narrowingWords(panel)}</p>
      {isFigure ? <OneFigure panel={panel} /> : <Content panel={panel} />}
    </section>
  );
}

const changeWords = ({ words, good }: Change): string =>
  good === null && words === 'as before' ? 'as in the period before' : `${words} against the period before`;

function OneFigure({ panel }: { panel: Filled }) {
  const { locale } = useClock();
  const id = metricIdOf(panel.subject);
  if (id === null) return null;
  const { word, definition, better, cohort } = metricOf(id);
  const figure = panel.report.figures[id];
  const change = changeOf(figure, panel.report.figuresBefore[id], better, locale);
  const value = figureWords(figure, locale);
  const isLinked = cohort && figure.kind !== 'ratio' && samplesOf(figure) !== 0;
  return (
    <>
      <p className={styles.value}>{isLinked ? <Link to={cohortLink(filterOf(panel), cohort)}>{value}</Link> : value}</p>
      <p className={styles.detail}>
        <dfn title={definition} className={styles.hidden}>
          {word}
        </dfn>
        {[figureDetail(figure, locale), change ? changeWords(change) : ''].filter((part) => part !== '').join(' · ')}
      </p>
    </>
  );
}

function Content({ panel }: { panel: Filled }) {
  const { report, subject } = panel;
  const filter = filterOf(panel);
  const nameOf = (id: string | null): string => (id === null ? 'None' : (report.names[id] ?? id));
  const pathTo = (what: string) => (id: string) =>
    analyticsLink(`/analytics/${what}/${encodeURIComponent(id)}`, { ...filter, service: '', team: '' });
  const label = subjectWords(subject);
  switch (subject) {
    case 'chart:incidents':
      return (
        <DayChart
          label={label}
          days={report.days.map(({ day, incidents }) => ({ day, all: incidents }))}
          unit="incidents"
        />
      );
    case 'chart:interruptions':
      return (
        <DayChart
          label={label}
          days={report.days.map(({ day, interruptions, sleepHours }) => ({
            day,
            all: interruptions,
            part: sleepHours,
          }))}
          unit="interruptions"
          partUnit="in sleep hours"
        />
      );
    case 'heat-map':
      return panel.heatMap ? <HeatMapTable map={panel.heatMap} filter={filter} /> : null;
    case 'table:people':
      return (
        <PeopleTable people={report.people.map((one) => ({ ...one, name: nameOf(one.userId) }))} filter={filter} />
      );
    case 'table:services':
    case 'table:teams': {
      const isService = subject === 'table:services';
      return (
        <GroupTable
          label={label}
          what={isService ? 'Service' : 'Team'}
          groups={isService ? report.services : report.teams}
          nameOf={nameOf}
          pathOf={pathTo(isService ? 'services' : 'teams')}
          filter={filter}
          narrow={(id) => (isService ? { service: id } : { team: id })}
        />
      );
    }
    case 'table:priorities':
      return (
        <GroupTable
          label={label}
          what="Priority"
          groups={report.priorities}
          nameOf={(id) => id ?? 'None'}
          filter={filter}
          narrow={(id) => ({ priority: id as 'P1' })}
        />
      );
    default:
      return <FigureList label={label} figures={report.figures} before={report.figuresBefore} filter={filter} />;
  }
}

import { useClock } from '~/lib/clock';
import type { ReadinessRow } from '~/lib/readiness';
import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import { servicePath } from '../service/words';
import styles from './problem-list.module.css';
import { problemWords, subjectPath } from './words';

/** So many services are named; the rest is counted. */
const NAMED = 3;

/** What may keep a page from reaching somebody, each with where to mend it and which services it concerns. */
export function ProblemList({ problems }: { problems: readonly ReadinessRow[] }) {
  const clock = useClock();
  return (
    <ul>
      {problems.map((problem) => (
        <li key={problem.key} className={styles.problem} data-level={problem.level}>
          <Glyph name={problem.level === 'danger' ? 'warning' : 'dash'} />
          <div>
            <p>
              <Link to={subjectPath(problem.subject)}>{problem.subject.name}</Link> {problemWords(problem, clock)}.
            </p>
            {problem.subject.kind === 'SERVICE' ? null : <Concerned services={problem.services} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Concerned({ services }: { services: ReadinessRow['services'] }) {
  const rest = services.length - NAMED;
  return (
    <p className={styles.services}>
      Concerns{' '}
      {services.slice(0, NAMED).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : null}
          <Link to={servicePath(id)}>{name}</Link>
        </span>
      ))}
      {rest > 0 ? ` and ${rest} more` : null}
    </p>
  );
}

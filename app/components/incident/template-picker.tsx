import type { Named } from '~/lib/operations';
import { Link } from '~/lib/rr';
import styles from './saved-views.module.css';

/** What a declared incident can begin with; a link each, so that it works without scripts and can be bookmarked. */
export const TemplatePicker = ({ templates, chosen }: { templates: readonly Named[]; chosen: string | null }) => (
  <nav aria-label="Templates" className={styles.views}>
    <span className={styles.said}>Begin with</span>
    {templates.map(({ id, name }) => (
      <Link
        key={id}
        to={`/incidents/new?template=${encodeURIComponent(id)}`}
        aria-current={id === chosen ? 'page' : undefined}
      >
        {name}
      </Link>
    ))}
    {chosen ? <Link to="/incidents/new">Nothing</Link> : null}
  </nav>
);

import { useEffect, useRef } from 'react';
import { Link, useFetcher } from '~/lib/rr';
import { statusWord } from '~/ui/state-badge';
import { Age } from '~/ui/time';
import type { RelatedIncident } from '../../../domain/incident/view';
import styles from './records.module.css';
import { incidentPath, numberOf } from './words';

const PAUSE_MS = 400;

/** While somebody types: open incidents of the chosen service that it may be already. It holds nobody up. */
export function DuplicateHint() {
  const box = useRef<HTMLDivElement>(null);
  const { load, data } = useFetcher<{ data: RelatedIncident[] }>();
  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const typed = new FormData(form);
        const title = String(typed.get('title') ?? '').trim();
        const serviceId = String(typed.get('serviceId') ?? '');
        if (title.length < 3 || serviceId === '') return;
        load(`/incidents/duplicates?${new URLSearchParams({ title, serviceId })}`);
      }, PAUSE_MS);
    };
    form.addEventListener('input', look);
    form.addEventListener('change', look);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', look);
      form.removeEventListener('change', look);
    };
  }, [load]);
  const found = data?.data ?? [];
  return (
    <div ref={box} role="status">
      {found.length > 0 ? (
        <>
          <p className={styles.said}>This may be known already:</p>
          <ul className={styles.list}>
            {found.map((one) => (
              <li key={one.id}>
                <Link to={incidentPath(one)}>
                  {numberOf(one)} {one.title}
                </Link>
                <span className={styles.muted}>
                  {statusWord(one.status)}, <Age at={one.openedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

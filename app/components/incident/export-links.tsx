import styles from './export-links.module.css';

/** The list as a file, under the filters of its address. */
export function ExportLinks({ search }: { search: string }) {
  const to = (format: 'csv' | 'xlsx'): string => {
    const params = new URLSearchParams(search);
    params.delete('cursor');
    params.set('format', format);
    return `/incidents/export?${params}`;
  };
  return (
    <p className={styles.files}>
      All of these as a file:
      <a href={to('csv')} download>
        CSV
      </a>
      <a href={to('xlsx')} download>
        XLSX
      </a>
    </p>
  );
}

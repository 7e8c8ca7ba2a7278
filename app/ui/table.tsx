import type { ReactNode } from 'react';
import { cx } from '~/lib/cx';
import { Link } from '~/lib/rr';
import styles from './table.module.css';

export type Sort = { to: string; direction: 'ascending' | 'descending' | null };

export type Column<Row> = {
  label: string;
  /** In steps, because widths are the style sheet's; without one the column takes what is left. */
  width?: 'xs' | 's' | 'm' | 'l' | 'xl';
  figure?: boolean;
  sort?: Sort;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The first column names the row, and leads to its page. */
  main: { label: string; sort?: Sort; to?: (row: Row) => string; text: (row: Row) => string };
  columns: readonly Column<Row>[];
  /** The other columns in one line, where there is no room for them. */
  under: (row: Row) => ReactNode;
  /** What can be done with a row besides opening it. */
  actions?: (row: Row) => readonly { to: string; word: string }[];
};

/** Things, a line each: 40 px high on a desk, two lines on a phone. */
export function Table<Row>({ label, rows, keyOf, main, columns, under, actions }: Props<Row>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <Heading label={main.label} sort={main.sort} />
            {columns.map((column) => (
              <Heading key={column.label} label={column.label} sort={column.sort} className={classOf(column)} />
            ))}
            {actions ? (
              <th scope="col" className={styles.actions}>
                <span className={styles.hidden}>Actions</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={styles.row}>
              <th scope="row" className={styles.main}>
                {main.to ? <Link to={main.to(row)}>{main.text(row)}</Link> : main.text(row)}
                <span className={styles.under}>{under(row)}</span>
              </th>
              {columns.map((column) => (
                <td key={column.label} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
              {actions ? (
                <td className={styles.actions}>
                  {actions(row).map(({ to, word }) => (
                    <Link key={to} to={to} aria-label={`${word} ${main.text(row)}`}>
                      {word}
                    </Link>
                  ))}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const classOf = <Row,>({ width, figure }: Column<Row>): string =>
  cx(styles.rest, width && styles[width], figure && styles.figure);

function Heading({ label, sort, className }: { label: string; sort?: Sort | undefined; className?: string }) {
  return (
    <th scope="col" className={className} aria-sort={sort?.direction ?? undefined}>
      {sort ? (
        <Link to={sort.to} className={styles.sort} preventScrollReset>
          {label}
          <span aria-hidden="true">{sort.direction ? (sort.direction === 'ascending' ? ' ↑' : ' ↓') : ''}</span>
        </Link>
      ) : (
        label
      )}
    </th>
  );
}

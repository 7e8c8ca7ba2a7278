import { Form, Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { EmptyState, Section } from '~/ui/page';
import styles from './catalogue.module.css';

export const CATALOGUE_KINDS = [
  'Anything else',
  'Monitoring',
  'Clouds',
  'Uptime',
  'Code and delivery',
  'Other pagers',
] as const;
export type CatalogueEntry = { type: string; name: string; kind: (typeof CATALOGUE_KINDS)[number] };

const TITLES: Partial<Record<CatalogueEntry['kind'], string>> = { 'Anything else': 'Any tool' };

/** Which tool sends the alerts: found by its name, or by what it is for. */
export function Catalogue({
  entries,
  search,
  rest,
}: {
  entries: readonly CatalogueEntry[];
  search: string;
  rest: string;
}) {
  const toForm = (type: string) => `/integrations/new?type=${encodeURIComponent(type)}${rest}`;
  return (
    <>
      <Form method="get" role="search" aria-label="Find a tool" className={styles.search}>
        <Field label="Tool" name="q" type="search" defaultValue={search} key={search} autoComplete="off" />
        <Button>Search</Button>
      </Form>
      {entries.length === 0 ? (
        <EmptyState action={<Link to={toForm('webhook')}>Use the webhook</Link>}>
          No tool has this name. The webhook takes JSON from anything.
        </EmptyState>
      ) : null}
      {CATALOGUE_KINDS.map((kind) => {
        const shown = entries.filter((entry) => entry.kind === kind);
        return shown.length === 0 ? null : (
          <Section key={kind} title={TITLES[kind] ?? kind}>
            <ul className={styles.tools}>
              {shown.map(({ type, name }) => (
                <li key={type}>
                  <Link to={toForm(type)}>{name}</Link>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

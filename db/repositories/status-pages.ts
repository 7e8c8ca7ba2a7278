import { and, eq, sql } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { StatusComponent } from '../../domain/status-page/component';
import type { PageAddress, StatusPage } from '../../domain/status-page/page';
import type { Db } from '../client';
import { statusComponents, statusPages } from '../schema';
import type { Statement } from './batch';
import { groupBy, holdsWords, inIds, keyed, listPage } from './listing';

type Row = typeof statusPages.$inferSelect;
type ComponentRow = typeof statusComponents.$inferSelect;

const toComponent = ({ pageId: _page, position: _position, ...component }: ComponentRow): StatusComponent => component;

async function withComponents(db: Db, rows: Row[]): Promise<StatusPage[]> {
  const found = await db
    .select()
    .from(statusComponents)
    .where(
      inIds(
        statusComponents.pageId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(statusComponents.pageId, statusComponents.position);
  const groups = groupBy(found, ({ pageId }) => pageId);
  return rows.map(({ nameKey: _key, ...row }) => ({
    ...row,
    components: (groups.get(row.id) ?? []).map(toComponent),
  }));
}

export async function findStatusPage(db: Db, id: string): Promise<StatusPage | null> {
  const rows = await db.select().from(statusPages).where(eq(statusPages.id, id));
  return (await withComponents(db, rows))[0] ?? null;
}

export async function statusPageAt(db: Db, address: PageAddress): Promise<StatusPage | null> {
  const where = address.kind === 'slug' ? eq(statusPages.slug, address.slug) : eq(statusPages.host, address.host);
  const rows = await db.select().from(statusPages).where(where);
  return (await withComponents(db, rows))[0] ?? null;
}

/** In order of name. */
export async function listStatusPages(
  db: Db,
  { q, sort, ...page }: PageRequest & NameSearch,
): Promise<Page<StatusPage> | null> {
  const { nameKey, id } = statusPages;
  const found = await listPage(db, statusPages, [nameKey, id], page, holdsWords(nameKey, q), sort === '-name');
  return found && { ...found, data: await withComponents(db, found.data) };
}

/** For the sweep: at most `limit` pages. */
export const statusPageIds = async (db: Db, limit: number): Promise<string[]> =>
  (await db.select({ id: statusPages.id }).from(statusPages).orderBy(statusPages.id).limit(limit)).map(({ id }) => id);

/** True of a component that shows something of the service. */
export const isLinkedTo = (serviceId: string) =>
  sql`EXISTS (SELECT 1 FROM json_each(${statusComponents.serviceIds}) WHERE value = ${serviceId})`;

/** Pages with a component that is linked to the service. */
export async function pagesOfService(db: Db, serviceId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: statusComponents.pageId })
    .from(statusComponents)
    .where(isLinkedTo(serviceId));
  return rows.map(({ id }) => id);
}

const componentRows = ({ id, components }: StatusPage): ComponentRow[] =>
  components.map((component, position) => ({
    ...component,
    serviceIds: [...component.serviceIds],
    pageId: id,
    position,
  }));

const pageRow = ({ components: _components, templates, ...page }: StatusPage) =>
  keyed({ ...page, templates: [...templates] });

export const insertStatusPage = (db: Db, page: StatusPage): Statement[] => [
  db.insert(statusPages).values(pageRow(page)),
  ...componentRows(page).map((row) => db.insert(statusComponents).values(row)),
];

/** Components that are no more take their history with them; the others keep it. */
export function updateStatusPage(db: Db, page: StatusPage): Statement[] {
  const rows = componentRows(page);
  const gone = and(
    eq(statusComponents.pageId, page.id),
    sql`${statusComponents.id} NOT IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`,
  );
  return [
    db.update(statusPages).set(pageRow(page)).where(eq(statusPages.id, page.id)),
    db.delete(statusComponents).where(gone),
    ...rows.map((row) =>
      db.insert(statusComponents).values(row).onConflictDoUpdate({ target: statusComponents.id, set: row }),
    ),
  ];
}

export const putManual = (db: Db, { id, manual, updatedAt }: StatusComponent): Statement =>
  db.update(statusComponents).set({ manual, updatedAt }).where(eq(statusComponents.id, id));

export const deleteStatusPage = (db: Db, id: string): Statement => db.delete(statusPages).where(eq(statusPages.id, id));

import { type SQL, sql } from 'drizzle-orm';
import type { Seer } from '../../domain/access/seer';
import { decodeCursor, limitOf, type Page, type PageRequest, toPage } from '../../domain/shared/page';
import type { Sort } from '../../domain/shared/search';
import type { Db } from '../client';
import { visibleTo } from './incident-access';
import { holdsWords } from './listing';

type Named = { id: string; name: string };
/** A service as lists show it; `open` counts its unresolved incidents. */
export type ServiceLine = Named & { team: Named | null; policy: Named | null; open: number };

/** Which columns it can be in order of. */
export type ServiceColumn = 'name' | 'team' | 'policy' | 'open';

/** Of those that the seer may find, so that the number and the list agree. */
const openFor = (seer: Seer): SQL => {
  const visible = visibleTo(seer);
  const among = visible ? sql`AND ${visible}` : sql``;
  return sql`(SELECT count(*) FROM incidents WHERE service_id = service.id AND status <> 'RESOLVED' ${among})`;
};

/** Equals follow by name; what has no team or policy comes after all that have, whose names hold no such character. */
const placesBy = (open: SQL): Record<ServiceColumn, SQL> => ({
  name: sql`''`,
  team: sql`coalesce(team.name_key, char(1114111))`,
  policy: sql`coalesce(policy.name_key, char(1114111))`,
  // Each place is text, as cursors are; thus as many digits for every count.
  open: sql`printf('%09d', ${open})`,
});

type Row = {
  id: string;
  name: string;
  nameKey: string;
  place: string;
  open: number;
  teamId: string | null;
  team: string | null;
  policyId: string | null;
  policy: string | null;
};
type Request = PageRequest & { q?: string | undefined; sort?: Sort<ServiceColumn> | undefined };

/** One page of the services whose name, team or policy hold every word of `q`; null for a cursor of another list. */
export async function listServiceLines(
  db: Db,
  { q, sort = { by: 'name', down: false }, ...page }: Request,
  seer: Seer,
): Promise<Page<ServiceLine> | null> {
  const open = openFor(seer);
  const place = placesBy(open)[sort.by];
  const after = page.cursor === undefined ? [] : decodeCursor(page.cursor, 3);
  if (after === null) return null;
  // Without the constant, an index holds the order of names.
  const key = sort.by === 'name' ? sql`service.name_key, service.id` : sql`${place}, service.name_key, service.id`;
  const from = sort.by === 'name' ? after.slice(1) : after;
  const beyond = sort.down ? sql`<` : sql`>`;
  const values = sql.join(
    from.map((value) => sql`${value}`),
    sql`, `,
  );
  const text = sql`(service.name_key || ' ' || coalesce(team.name_key, '') || ' ' || coalesce(policy.name_key, ''))`;
  const words = holdsWords(text, q);
  const rows = await db.all<Row>(sql`
    SELECT service.id, service.name, service.name_key AS nameKey, ${place} AS place, ${open} AS open,
      team.id AS teamId, team.name AS team, policy.id AS policyId, policy.name AS policy
    FROM services service
      LEFT JOIN teams team ON team.id = service.team_id
      LEFT JOIN escalation_policies policy ON policy.id = service.escalation_policy_id
    WHERE service.deleted_at IS NULL
      ${words ? sql`AND ${words}` : sql``}
      ${from.length > 0 ? sql`AND (${key}) ${beyond} (${values})` : sql``}
    ORDER BY ${orderOf(sort, place)}
    LIMIT ${limitOf(page) + 1}`);
  const found = toPage(rows, limitOf(page), ({ place, nameKey, id }) => [place, nameKey, id]);
  return { ...found, data: found.data.map(toLine) };
}

function orderOf({ by, down }: Sort<ServiceColumn>, place: SQL): SQL {
  const turn = down ? sql`DESC` : sql`ASC`;
  const names = sql`service.name_key ${turn}, service.id ${turn}`;
  return by === 'name' ? names : sql`${place} ${turn}, ${names}`;
}

const named = (id: string | null, name: string | null): Named | null =>
  id === null || name === null ? null : { id, name };

const toLine = ({ id, name, open, teamId, team, policyId, policy }: Row): ServiceLine => ({
  id,
  name,
  open,
  team: named(teamId, team),
  policy: named(policyId, policy),
});

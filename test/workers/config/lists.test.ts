import { afterEach, expect, it } from 'vitest';
import { encodeCursor } from '../../../domain/shared/page';
import { foldText } from '../../../domain/shared/search';
import { listServices } from '../../../workers/operations/service/list';
import { removeService } from '../../../workers/operations/service/remove';
import { adminContext, aService, failureOf, settle, taken } from './support';

const context = adminContext();
afterEach(settle);

it('pages through a list by name and id, each row once, without what was deleted', async () => {
  const names = ['Zeta', 'alpha', 'Same', 'Same', 'Größe', 'Same'];
  const made = await Promise.all(names.map((name) => aService(context, { name })));
  const gone = await aService(context, { name: 'Same' });
  taken(await removeService(context, { id: gone.id }));

  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = taken(await listServices(context, { limit: 2, ...(cursor ? { cursor } : {}) }));
    expect(page.data.length).toBeLessThanOrEqual(2);
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);

  const keyOf = ({ name, id }: { name: string; id: string }) => `${foldText(name)} ${id}`;
  const inOrder = made.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  expect(seen).toEqual(inOrder.map(({ id }) => id));
});

it.each(['nonsense', encodeCursor(['only-one']), encodeCursor(['a', 'b', 'c'])])(
  'refuses the cursor %s',
  async (cursor) => {
    expect(failureOf(await listServices(context, { limit: 2, cursor }))).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'cursor' }],
    });
  },
);

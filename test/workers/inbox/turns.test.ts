import { expect, it } from 'vitest';
import { Turns } from '../../../workers/durable/inbox/turns';

/** Work that ends when it is told to. */
function pieces(turns: Turns) {
  const begun: string[] = [];
  const end = new Map<string, (error?: Error) => void>();
  const begin = (name: string) =>
    turns.take(name, () => {
      begun.push(name);
      return new Promise<void>((resolve, reject) => {
        end.set(name, (error) => (error ? reject(error) : resolve()));
      });
    });
  return { begun, end, begin };
}

it('does so much at once, in the order in which it came, and knows what waits', async () => {
  const turns = new Turns(() => 2);
  const { begun, end, begin } = pieces(turns);
  const all = ['a', 'b', 'c', 'd'].map(begin);
  expect(begun).toEqual(['a', 'b']);
  expect([...turns.names]).toEqual(['a', 'b', 'c', 'd']);
  end.get('b')?.();
  await all[1];
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b', 'c']);
  expect([...turns.names]).toEqual(['a', 'c', 'd']);
});

it('goes on after a piece of work has failed, and throws what it threw', async () => {
  const turns = new Turns(() => 1);
  const { begun, end, begin } = pieces(turns);
  const [first] = [begin('a'), begin('b')];
  end.get('a')?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b']);
});

it('does more at once as soon as more may be done', async () => {
  let most = 1;
  const turns = new Turns(() => most);
  const { begun, end, begin } = pieces(turns);
  const [first] = ['a', 'b', 'c', 'd'].map(begin);
  most = 3;
  end.get('a')?.();
  await first;
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
});

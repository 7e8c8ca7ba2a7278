import { expect, it, vi } from 'vitest';
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
  const turns = new Turns(2, () => 0);
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
  const turns = new Turns(1, () => 0);
  const { begun, end, begin } = pieces(turns);
  const [first] = [begin('a'), begin('b')];
  end.get('a')?.(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b']);
});

it('rests before each as long as it is told to at that time', async () => {
  let rest = 1;
  const { begun, end, begin } = pieces(new Turns(1, () => rest));
  const [first] = [begin('a'), begin('b')];
  expect(begun).toEqual([]);
  await vi.waitFor(() => expect(begun).toEqual(['a']));
  rest = 0;
  end.get('a')?.();
  await first;
  await Promise.resolve();
  expect(begun).toEqual(['a', 'b']);
});

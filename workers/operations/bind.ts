import type { Context } from '../context';

/** An operation as it is written: `(context, input) => …`. As routes and loaders get it: `(input) => …`. */
type Operation = (context: Context, input: never) => Promise<unknown>;
export type Bound<T> = T extends (context: Context, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : { [K in keyof T]: Bound<T[K]> };

export type OperationTree = { [key: string]: Operation | OperationTree };

function bind(tree: OperationTree, context: Context): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([name, entry]) => [
      name,
      typeof entry === 'function' ? (input: never) => entry(context, input) : bind(entry, context),
    ]),
  );
}

/** Binds every operation to one context: what the Remix load context carries (app/ may import types only). */
export const bindOperations = <T extends OperationTree>(operations: T, context: Context): Bound<T> =>
  bind(operations, context) as Bound<T>;

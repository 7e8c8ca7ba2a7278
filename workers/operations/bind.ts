import { err } from '../../domain/shared/result';
import type { Context } from '../context';
import { databaseAway, isDatabaseAway } from '../database-away';

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
      typeof entry === 'function' ? (input: never) => answer(entry, name, context, input) : bind(entry, context),
    ]),
  );
}

/** A page is made of many parts: one that needs the database while it is away fails by itself, and not the page with it. */
async function answer(operation: Operation, name: string, context: Context, input: never): Promise<unknown> {
  try {
    return await operation(context, input);
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    console.error(JSON.stringify({ event: 'database-away', requestId: context.requestId, operation: name }));
    return err(databaseAway);
  }
}

/** Binds every operation to one context: what the Remix load context carries (app/ may import types only). */
export const bindOperations = <T extends OperationTree>(operations: T, context: Context): Bound<T> =>
  bind(operations, context) as Bound<T>;

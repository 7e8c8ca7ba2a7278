/** Only what a change names: a field that is left out, or undefined as forms have it, keeps its value. */
export const given = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;

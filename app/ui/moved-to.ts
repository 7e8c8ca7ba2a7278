/** The list with `held` in the place of `target`, what stood between moving over; null where nothing moves. */
export function movedTo(ids: readonly string[], held: string, target: string): string[] | null {
  const [from, to] = [ids.indexOf(held), ids.indexOf(target)];
  if (from < 0 || to < 0 || from === to) return null;
  return ids.toSpliced(from, 1).toSpliced(to, 0, held);
}

/** Why something failed, in one line for the log. Only D1's own words of a failed query: Drizzle's hold its parameters. */
export function reasonOf(error: unknown): string {
  const told = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const [line = ''] = (told instanceof Error ? told.message : typeof told).split('\n');
  return line.slice(0, 200);
}

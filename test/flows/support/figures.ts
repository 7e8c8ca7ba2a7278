/** What a fault test counted, on one line that starts with its id of RELIABILITY: `F4  pages 20  lost 0`. */
export function figures(id: string, counts: Record<string, number | string>): void {
  const told = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  console.log(`${id}  ${told.join('  ')}`);
}

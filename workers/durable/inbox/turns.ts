/** Work with names, of which only so much is done at once, in the order in which it came, each after a rest. */
export class Turns {
  /** What is being done or waits for its turn. */
  readonly names = new Set<string>();
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number,
    private readonly restMs: () => number,
  ) {}

  async take(name: string, work: () => Promise<void>): Promise<void> {
    this.names.add(name);
    if (this.taken >= this.most) await new Promise<void>((next) => this.waiting.push(next));
    else this.taken += 1;
    try {
      const rest = this.restMs();
      if (rest > 0) await new Promise((rested) => setTimeout(rested, rest));
      await work();
    } finally {
      this.names.delete(name);
      const next = this.waiting.shift();
      if (next) next();
      else this.taken -= 1;
    }
  }
}

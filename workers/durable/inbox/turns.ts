/** Work with names, of which only so much is done at once, in the order in which it came. `most` is asked each time. */
export class Turns {
  /** What is being done or waits for its turn. */
  readonly names = new Set<string>();
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: () => number) {}

  async take(name: string, work: () => Promise<void>): Promise<void> {
    this.names.add(name);
    if (this.taken >= this.most()) await new Promise<void>((next) => this.waiting.push(next));
    else this.taken += 1;
    try {
      await work();
    } finally {
      this.names.delete(name);
      this.taken -= 1;
      this.admit();
    }
  }

  private admit(): void {
    while (this.waiting.length > 0 && this.taken < this.most()) {
      this.taken += 1;
      this.waiting.shift()?.();
    }
  }
}

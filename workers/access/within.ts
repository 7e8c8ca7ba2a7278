export type Answer<T> = { answered: true; value: T } | { answered: false };

/** Waits at most `milliseconds`. Not answered means: too late, or it threw; a later outcome is thrown away. */
export async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<Answer<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer<T>>((resolve) => {
    timer = setTimeout(() => resolve({ answered: false }), milliseconds);
  });
  const answer = (async (): Promise<Answer<T>> => {
    try {
      return { answered: true, value: await work() };
    } catch {
      return { answered: false };
    }
  })();
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

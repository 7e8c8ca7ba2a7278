type Described = { name: string; message: string; stack: string[]; cause?: Described };

/**
 * An error for the log, without what may be secret: messages of failed queries lose their parameters, and every
 * message is cut to one line of 300 characters. A stack keeps its frames only, since it repeats the message.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { name: 'not an Error', message: typeof error, stack: [] };
  const [firstLine = ''] = error.message.split('\n');
  return {
    name: error.name,
    message: firstLine.slice(0, 300),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

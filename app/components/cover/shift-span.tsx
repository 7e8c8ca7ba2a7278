import { Moment } from '~/ui/time';

/** From when to when, on the reader's clock. */
export function ShiftSpan({ start, end }: { start: string; end: string }) {
  return (
    <>
      <Moment at={Date.parse(start)} /> to <Moment at={Date.parse(end)} />
    </>
  );
}

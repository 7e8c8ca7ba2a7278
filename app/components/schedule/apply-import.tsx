import { useClock } from '~/lib/clock';
import { Form, Link } from '~/lib/rr';
import { countOf } from '~/lib/time';
import { Button } from '~/ui/button';
import { FormActions } from '~/ui/form';

type Props = {
  count: number;
  one: string;
  many: string;
  /** The file's text; null where it is too long to go along. */
  carried: string | null;
  /** The choices that the preview was made with. */
  choices: Record<string, string>;
  cancelTo: string;
};

/** The step after a preview: the same file with the same choices, now for good. */
export function ApplyImport({ count, one, many, carried, choices, cancelTo }: Props) {
  const { locale } = useClock();
  if (count === 0) return null;
  if (carried === null) return <p>This file is long: choose it once more below, and import it.</p>;
  return (
    <Form method="post" encType="multipart/form-data">
      <input type="hidden" name="text" value={carried} />
      {Object.entries(choices).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormActions>
        <Button look="primary">Import {countOf(count, locale, one, many)}</Button>
        <Link to={cancelTo}>Cancel</Link>
      </FormActions>
    </Form>
  );
}

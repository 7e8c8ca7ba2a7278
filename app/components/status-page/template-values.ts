import { textOf } from '~/lib/form';
import type { StatusPage } from '~/lib/status-pages';

type Template = StatusPage['templates'][number];

const typed = (form: FormData) => ({
  name: textOf(form, 'name'),
  kind: textOf(form, 'kind'),
  status: textOf(form, 'kind') === 'maintenance' ? 'scheduled' : textOf(form, 'status'),
  title: textOf(form, 'title'),
  body: textOf(form, 'body'),
});

/**
 * The templates after one of the buttons was pressed, as the operation's schema takes them; a template is known by its
 * name (`of`). Null for a button or a template that there is not, any more.
 */
export function changedTemplates(templates: readonly Template[], form: FormData) {
  const list: ReturnType<typeof typed>[] = templates.map((one) => ({ ...one }));
  const verb = textOf(form, 'verb');
  if (verb === 'add') return [...list, typed(form)];
  const at = list.findIndex(({ name }) => name === textOf(form, 'of'));
  if (at < 0) return null;
  if (verb === 'save') return list.with(at, typed(form));
  return verb === 'remove' ? list.toSpliced(at, 1) : null;
}

/** The refusals of a list, as those of the one template that was typed: "templates/2/title" is "title". */
export const templateErrors = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [path.replace(/^templates(\/\d+\/|$)/, ''), message]),
  );

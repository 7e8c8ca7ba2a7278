import { splitTags } from '../../domain/incident/tag';
import { fieldsOf } from './custom-fields';
import { optionalTextOf, textOf } from './form';

/** An incident template as its form sends it. */
export const templateOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  title: textOf(form, 'title'),
  description: optionalTextOf(form, 'description') ?? null,
  serviceId: optionalTextOf(form, 'serviceId') ?? null,
  urgency: optionalTextOf(form, 'urgency') ?? null,
  priority: optionalTextOf(form, 'priority') ?? null,
  visibility: form.get('private') === 'yes' ? 'PRIVATE' : 'PUBLIC',
  tags: splitTags(textOf(form, 'tags')),
  fields: Object.fromEntries(Object.entries(fieldsOf(form)).flatMap(([key, value]) => (value ? [[key, value]] : []))),
});

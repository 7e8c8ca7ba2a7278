import { createField } from './custom-field/create';
import { getField } from './custom-field/get';
import { listFields } from './custom-field/list';
import { removeField } from './custom-field/remove';
import { updateField } from './custom-field/update';
import { changeFields } from './incident/change-fields';
import { changeTags } from './incident/change-tags';
import { incidentChoices } from './incident/choices';
import { editNote } from './incident/edit-note';
import { linkIncident, unlinkIncident } from './incident/link';
import { possibleDuplicates, relatedIncidents } from './incident/related';
import { updateIncident } from './incident/update';
import { unwatchIncident, watchIncident } from './incident/watch';
import { createTemplate } from './incident-template/create';
import { getTemplate } from './incident-template/get';
import { listTemplates } from './incident-template/list';
import { removeTemplate } from './incident-template/remove';
import { updateTemplate } from './incident-template/update';
import { removeView, updateView } from './saved-view/change';
import { createView } from './saved-view/create';
import { getView, listViews } from './saved-view/list';

/** What people change about an incident beside its verbs. */
export const incidentRecords = {
  update: updateIncident,
  changeTags,
  changeFields,
  editNote,
  watch: watchIncident,
  unwatch: unwatchIncident,
  link: linkIncident,
  unlink: unlinkIncident,
  related: relatedIncidents,
  duplicates: possibleDuplicates,
  choices: incidentChoices,
};

/** What incidents are described and found by. */
export const incidentOperations = {
  customField: { list: listFields, get: getField, create: createField, update: updateField, remove: removeField },
  incidentTemplate: {
    list: listTemplates,
    get: getTemplate,
    create: createTemplate,
    update: updateTemplate,
    remove: removeTemplate,
  },
  savedView: { list: listViews, get: getView, create: createView, update: updateView, remove: removeView },
};

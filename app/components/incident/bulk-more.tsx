import type { Refusal } from '~/lib/failure';
import { Button } from '~/ui/button';
import { Field, Select } from '~/ui/field';
import { Menu } from '~/ui/menu';
import { statusWord } from '~/ui/state-badge';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import { INCIDENT_STATUSES, PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import menu from './action-menu.module.css';

/** What is done to several at once less often. */
export function BulkMore({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <Menu label="More" group="bulk" open={Boolean(refusal?.errors.tags)}>
      <div className={menu.tall}>
        <div className={menu.stack}>
          <Select label="Urgency" name="urgency" defaultValue={refusal?.values.urgency ?? 'HIGH'}>
            {URGENCIES.map((one) => (
              <option key={one} value={one}>
                {URGENCY_WORDS[one]}
              </option>
            ))}
          </Select>
          <Button name="verb" value="urgency">
            Set urgency
          </Button>
          <Select label="Priority" name="priority" defaultValue={refusal?.values.priority ?? 'P1'}>
            <option value="">None</option>
            {PRIORITIES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
          <Button name="verb" value="priority">
            Set priority
          </Button>
          <Field
            label="Tags to add"
            name="tags"
            maxLength={1000}
            autoComplete="off"
            error={refusal?.errors.tags}
            defaultValue={refusal?.values.tags}
          />
          <Button name="verb" value="tags">
            Add tags
          </Button>
          <Select
            label="State"
            name="status"
            hint="Snoozed means for an hour."
            defaultValue={refusal?.values.status ?? 'OPEN'}
          >
            {INCIDENT_STATUSES.map((one) => (
              <option key={one} value={one}>
                {statusWord(one)}
              </option>
            ))}
          </Select>
          <Button name="verb" value="status">
            Bring to this state
          </Button>
        </div>
        <div className={menu.apart}>
          <Button name="verb" value="unsnooze">
            End snooze and page
          </Button>
          <Button name="verb" value="unsuppress">
            End suppression and page
          </Button>
          <Button name="verb" value="suppress" look="danger">
            Suppress what is ticked
          </Button>
        </div>
      </div>
    </Menu>
  );
}

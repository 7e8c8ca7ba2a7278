import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import type { Named } from '~/lib/operations';
import { Field, Select } from '~/ui/field';

export const INTEGRATION_SAYS: Record<string, string> = {
  name: 'Give the integration a name of at most 200 characters.',
  silenceAlarmMinutes: 'Give from 5 minutes to 31 days, or leave it empty.',
  serviceId: 'Choose the service that the alerts are about.',
  type: 'Choose a tool from the list.',
};

type Props = { services: readonly Named[]; refusal: Refusal | undefined; name: string; serviceId: string };

/** What an integration is called, and which service its alerts are about. */
export function IntegrationFields({ services, refusal, name, serviceId }: Props) {
  return (
    <>
      <Field
        label="Name"
        required
        maxLength={200}
        autoComplete="off"
        {...fieldOf(refusal, 'name')}
        defaultValue={refusal?.values.name ?? name}
      />
      <Select
        label="Service"
        required
        hint="Its policy decides who is paged."
        {...fieldOf(refusal, 'serviceId')}
        defaultValue={refusal?.values.serviceId ?? serviceId}
      >
        {services.length === 1 ? null : <option value="">Choose</option>}
        {services.map((service) => (
          <option key={service.id} value={service.id}>
            {service.name}
          </option>
        ))}
      </Select>
    </>
  );
}

import type { MethodWithDevice } from '../../../db/repositories/devices';
import type { Instant } from '../../../domain/shared/time';

/** A browser that can be paged, by the id of its contact method; never its keys. */
export type DeviceView = {
  id: string;
  name: string;
  installed: boolean;
  enabled: boolean;
  verified: boolean;
  createdAt: Instant;
  lastSeenAt: Instant | null;
  lastReceiptAt: Instant | null;
  /** Since when its push service refuses it. */
  endedAt: Instant | null;
  endpoint: string;
};

const endpointOf = (value: string): string => /"endpoint"\s*:\s*"([^"]+)"/.exec(value)?.[1] ?? '';

export const viewOfDevice = ({ method, device }: MethodWithDevice): DeviceView => ({
  id: method.id,
  name: device?.name ?? 'A browser',
  installed: device?.installed ?? false,
  enabled: method.enabled,
  verified: method.verifiedAt !== null,
  createdAt: method.createdAt,
  lastSeenAt: device?.lastSeenAt ?? null,
  lastReceiptAt: device?.lastReceiptAt ?? null,
  endedAt: device?.endedAt ?? null,
  endpoint: endpointOf(method.value),
});

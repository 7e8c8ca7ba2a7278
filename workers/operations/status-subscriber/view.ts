import type { Subscriber } from '../../../domain/status-page/subscriber';

/** A subscriber as those who write the page see it: of a webhook the host only, whose address is a secret. */
export type SubscriberView = Pick<
  Subscriber,
  'id' | 'pageId' | 'channel' | 'componentIds' | 'language' | 'confirmedAt' | 'createdAt' | 'updatedAt'
> & { address: string };

export const viewOf = ({
  address: _address,
  addressKey: _key,
  secret: _secret,
  askedAt: _asked,
  shown,
  ...rest
}: Subscriber): SubscriberView => ({
  ...rest,
  address: shown,
});

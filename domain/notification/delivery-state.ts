import type { Delivery } from './notification';
import type { DeliveryState } from './state';

/** How far an attempt has come. What a provider refused for good is as final as what it delivered. */
const RANK: Record<DeliveryState, number> = {
  SENDING: 0,
  FAILED_TEMPORARILY: 1,
  SENT: 2,
  FAILED: 3,
  DELIVERED: 3,
  READ: 4,
};

export const isLater = (state: DeliveryState, than: DeliveryState): boolean => RANK[state] > RANK[than];

/**
 * An attempt as it stands after more was heard of it. States never go backwards, whatever order reports come in; the
 * time at which it began and the time at which the provider first answered stay.
 */
export function mergeDelivery(known: Delivery | null, news: Delivery): Delivery {
  if (!known) return news;
  const isNews = news.state === known.state || isLater(news.state, known.state);
  return {
    ...known,
    seq: news.seq,
    provider: news.provider ?? known.provider,
    providerId: news.providerId ?? known.providerId,
    settledAt: known.settledAt ?? news.settledAt,
    state: isNews ? news.state : known.state,
    error: isNews ? news.error : known.error,
  };
}

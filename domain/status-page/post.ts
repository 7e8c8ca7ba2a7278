import type { Instant } from '../shared/time';
import type { ComponentState } from './component';
import type { PublicUpdate } from './public';
import type { Impact, ReportKind, ReportStatus } from './report';

/** Where a subscriber chooses what to hear of, and where they end it. */
export type SubscriberLinks = { manageUrl: string; unsubscribeUrl: string };

/** One update as subscribers are told of it: public fields only, frozen when it was published. */
export type StatusPost = {
  id: string;
  page: { id: string; name: string; url: string; timezone: string };
  report: {
    id: string;
    kind: ReportKind;
    title: string;
    status: ReportStatus;
    impact: Impact;
    url: string;
    startsAt: Instant;
    endsAt: Instant | null;
    nextUpdateAt: Instant | null;
  };
  update: PublicUpdate;
  components: { id: string; name: string; state: ComponentState }[];
};

import { useLocation } from '~/lib/rr';
import { Notice, NoticeRegion } from '~/ui/notice';

/** What "Acknowledge all" came to, told by the address it leads to. */
export function AcknowledgedNotice() {
  const search = new URLSearchParams(useLocation().search);
  const acknowledged = Number(search.get('acknowledged'));
  const of = Number(search.get('of'));
  const isKnown = search.has('acknowledged') && Number.isInteger(acknowledged) && Number.isInteger(of) && of > 0;
  return (
    <NoticeRegion>
      {isKnown ? (
        <Notice glyph="acknowledged" tone="acknowledged">
          <p>
            {acknowledged === of
              ? `${of} acknowledged. Nobody else is paged for them.`
              : `${acknowledged} of ${of} acknowledged. The others needed nobody any more, or did not answer.`}
          </p>
        </Notice>
      ) : null}
    </NoticeRegion>
  );
}

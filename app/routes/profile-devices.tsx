import type { ReactNode } from 'react';
import { METHOD_SAYS } from '~/components/contact-method/words';
import { DeviceList } from '~/components/device/device-list';
import { ThisBrowser } from '~/components/device/this-browser';
import { loadReach } from '~/components/profile/load-reach.server';
import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { ReachWarnings } from '~/components/profile/warnings';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Notice, NoticeRegion, RefusalNotice } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const operations = operationsOf(context);
  const where = { context, request };
  const test = new URL(request.url).searchParams.get('message');
  const [devices, reach, message] = await Promise.all([
    operations.device.list(),
    loadReach(operations, { ...viewer, status: 'ACTIVE' }),
    test ? operations.message.get({ id: test }) : null,
  ]);
  const { data, publicKey } = unwrap(devices, where);
  const { warnings, channels } = unwrap(reach, where);
  return {
    devices: data,
    publicKey,
    isPushOnly: warnings.some(({ kind }) => kind === 'push-only'),
    isPushOff: !channels.includes('push'),
    test: message?.ok ? { state: message.value.state, reason: message.value.reason } : null,
    isLocal: context.isLocal,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  const sent = said(await operationsOf(context).contactMethod.test({ id: textOf(form, 'id') }), METHOD_SAYS);
  if (!sent.ok) return refusal(sent.error, 'test', form, { context, request });
  return redirect(`/profile/devices?message=${encodeURIComponent(sent.value.messageId)}`);
}

export const meta = () => pageTitle('Devices');

export default function ProfileDevices() {
  const { devices, publicKey, isPushOnly, isPushOff, test, isLocal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  useFreshData(test && ['PENDING', 'SENDING', 'SENT'].includes(test.state) ? 2 : 60);
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>{test && !refused ? <TestNotice {...test} isLocal={isLocal} /> : null}</NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <ReachWarnings
        name={null}
        warnings={[
          ...(isPushOnly ? [{ kind: 'push-only' } as const] : []),
          ...(isPushOff ? [{ kind: 'channel-off', channel: 'push' } as const] : []),
        ]}
      />
      <Section title="Devices that are paged by push">
        {devices.length > 0 ? (
          <DeviceList devices={devices} />
        ) : (
          <EmptyState>No device yet: open this page on your phone and turn on pages there.</EmptyState>
        )}
        <p className={styles.lead}>
          A push from a web app obeys Silent, Focus and Do Not Disturb. For nights on call add a phone number under{' '}
          <Link to="/profile/paging">How you are paged</Link>: a call can be let through.
        </p>
      </Section>
      {/* What it says is known to scripts only: it stands last, so that nothing moves when it is. */}
      <Section title="This browser">
        <ThisBrowser publicKey={publicKey} devices={devices} />
      </Section>
    </div>
  );
}

function TestNotice({ state, reason, isLocal }: { state: string; reason: string | null; isLocal: boolean }) {
  if (state === 'DELIVERED') return <Said glyph="check">The test has arrived on the device.</Said>;
  if (state === 'FAILED' || state === 'CANCELLED') {
    return <Said glyph="warning">The test could not be sent{reason ? `: ${reason}` : '.'}</Said>;
  }
  if (state !== 'SENT') return <Said glyph="next">A test is on its way.</Said>;
  return (
    <Said glyph="next">
      The push service took the test; the device has not reported it yet.
      {isLocal ? (
        <>
          {' '}
          Without a contact for push services it is in the <Link to="/outbox">outbox</Link>.
        </>
      ) : null}
    </Said>
  );
}

const Said = ({ glyph, children }: { glyph: 'check' | 'warning' | 'next'; children: ReactNode }) => (
  <Notice glyph={glyph} tone={glyph === 'warning' ? 'failed' : undefined}>
    <p>{children}</p>
  </Notice>
);

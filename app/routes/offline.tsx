import { Bare } from '~/components/shell/bare';
import { pageTitle } from '~/lib/title';

/** Kept by the service worker, for when there is no network. It holds nothing of anybody. */
export const handle = { bare: true, noScripts: true };

export const loader = () => null;

export const meta = () => pageTitle('Offline');

export default function Offline() {
  return (
    <Bare>
      <h1 tabIndex={-1}>You are offline</h1>
      <p>OpsKnight cannot be reached from here, and this page was not kept on the device.</p>
      <p>
        Nothing that you press now is sent. To acknowledge without a network, answer the phone call or the text message
        of the page.
      </p>
      <p>
        <a href="/">Try again</a>
      </p>
    </Bare>
  );
}

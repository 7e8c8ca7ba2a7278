import { useEffect, useState } from 'react';
import type { Device } from '~/lib/people';
import { useRevalidator } from '~/lib/rr';
import { Button } from '~/ui/button';
import { browserFacts, currentSubscription, rememberedDevice, report, subscribe } from './browser';
import styles from './device.module.css';
import { type Situation, situationOf } from './situation';

type Props = { publicKey: string; devices: readonly Device[] };

/** What this browser can do for its owner's pages. It asks for permission on a tap, after saying what for. */
export function ThisBrowser({ publicKey, devices }: Props) {
  const [situation, setSituation] = useState<Situation | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { revalidate } = useRevalidator();

  useEffect(() => {
    void look();
    async function look() {
      const subscription = await currentSubscription();
      const known = devices.some(
        ({ id, endpoint, endedAt }) =>
          endedAt === null &&
          (endpoint === subscription?.endpoint || (subscription !== null && id === rememberedDevice())),
      );
      setSituation(situationOf(browserFacts(known)));
    }
  }, [devices]);

  async function turnOn() {
    setProblem(null);
    try {
      if ((await Notification.requestPermission()) === 'granted') await report(await subscribe(publicKey));
      else setSituation(situationOf(browserFacts(false)));
      revalidate();
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      setProblem(`This browser could not be subscribed: ${words}`);
    }
  }

  return (
    <div className={styles.here}>
      <noscript>
        <p>Pages by push need JavaScript in this browser. E-mail, text messages and calls work without.</p>
      </noscript>
      <Words situation={situation} />
      {situation === 'ask' ? (
        <Button type="button" look="primary" onClick={turnOn}>
          Turn on pages here
        </Button>
      ) : null}
      <div role="status">{problem ? <p className={styles.problem}>{problem}</p> : null}</div>
    </div>
  );
}

function Words({ situation }: { situation: Situation | null }) {
  switch (situation) {
    case null:
      return null;
    case 'on':
      return <p>This browser is paged by push. It is one of the devices below.</p>;
    case 'ask':
      return (
        <p>
          A page appears on this device even while OpsKnight is closed, with buttons to acknowledge or escalate. It is
          sent again after 30, 60 and 120 seconds until somebody acknowledges. Your browser asks for permission when you
          turn it on.
        </p>
      );
    case 'denied':
      return (
        <>
          <p>This browser was told not to show notifications of OpsKnight. Only its settings can change that:</p>
          <ol className={styles.steps}>
            <li>On a computer: the symbol left of the address, then Notifications, then Allow.</li>
            <li>On Android: Settings, Apps, OpsKnight or the browser, Notifications.</li>
            <li>On an iPhone: Settings, Notifications, OpsKnight, Allow Notifications.</li>
          </ol>
          <p>Then load this page again.</p>
        </>
      );
    case 'install':
      return (
        <>
          <p>An iPhone or iPad takes pushes only from an app on its Home Screen. It takes a minute:</p>
          <ol className={styles.steps}>
            <li>In Safari, tap Share, then Add to Home Screen. Leave “Open as Web App” on.</li>
            <li>Open OpsKnight from the Home Screen and sign in there: it keeps a session of its own.</li>
            <li>Come back to this page and turn on pages.</li>
          </ol>
        </>
      );
    case 'unsupported':
      return <p>This browser cannot take pushes. Another one on this device may; e-mail and calls work anywhere.</p>;
  }
}

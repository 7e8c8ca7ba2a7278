import { KeySwitch } from '~/components/keyboard/key-switch';
import { otherLinks } from '~/components/shell/links';
import { MoreLinks } from '~/components/shell/more-links';
import { ThemeSwitch } from '~/components/shell/theme-switch';
import { ROLE_WORDS } from '~/components/user/words';
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { DefinitionList } from '~/ui/definition-list';
import { PageHeader, Section } from '~/ui/page';
import styles from './more.module.css';

export function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { name, email, role, timezone, permissions } = viewer;
  return {
    links: otherLinks(viewer, context.isLocal),
    name,
    email,
    role,
    timezone,
    theme: context.theme,
    singleKeys: context.singleKeys,
    hasOutbox: context.isLocal && permissions.includes('outbox.read'),
  };
}

export const meta = () => pageTitle('More');

export default function More() {
  const { links, name, email, role, timezone, theme, singleKeys, hasOutbox } = useLoaderData<typeof loader>();
  return (
    <div className={styles.page}>
      <PageHeader title={name}>
        <LinkButton to="/search">Search</LinkButton>
        <LinkButton to="/profile">Your profile</LinkButton>
      </PageHeader>
      <MoreLinks links={links} />
      <Section title="You">
        <DefinitionList
          facts={[
            ['E-mail', email],
            ['Role', ROLE_WORDS[role]],
            ['Time zone', timezone],
          ]}
        />
      </Section>
      <Section title="Theme">
        <div className={styles.row}>
          <ThemeSwitch theme={theme} />
        </div>
      </Section>
      <Section title="Keyboard">
        <div className={styles.row}>
          <KeySwitch single={singleKeys} />
        </div>
      </Section>
      {hasOutbox ? (
        <Section title="This installation">
          <p className={styles.row}>
            <span>
              It runs on your machine: messages go to the <Link to="/outbox">outbox</Link>.
            </span>
          </p>
        </Section>
      ) : null}
      <Form method="post" action="/logout" reloadDocument>
        <Button>Sign out</Button>
      </Form>
    </div>
  );
}

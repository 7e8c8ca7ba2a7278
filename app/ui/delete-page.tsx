import type { ReactNode } from 'react';
import type { Refusal } from '~/lib/failure';
import { Breadcrumbs, type Crumb } from './breadcrumbs';
import { Confirm, type UsedBy } from './confirm';
import { PageHeader } from './page';

type Props = {
  /** Where it stands, from the outside in; its own page comes last by itself. */
  under: readonly Crumb[];
  name: string;
  path: string;
  lost: readonly ReactNode[];
  usedBy?: readonly UsedBy[];
  refusal: Refusal | undefined;
};

/** Asks whether something with a name is to be deleted. */
export const DeletePage = ({ under, name, path, lost, usedBy = [], refusal }: Props) => (
  <>
    <Breadcrumbs trail={[...under, { to: path, word: name }]} />
    <PageHeader title={`Delete ${name}?`} />
    <Confirm lost={lost} usedBy={usedBy} action={`Delete ${name}`} cancelTo={path} refusal={refusal} />
  </>
);

import type { ComponentState, StateSource, StatusComponent } from '../../../domain/status-page/component';
import { addressesOf, baseUrl, type StatusPage } from '../../../domain/status-page/page';

export type ComponentView = StatusComponent & { state: ComponentState; source: StateSource };

/** A page as those who write it see it: with what its components are now, without its password. */
export type StatusPageView = Omit<StatusPage, 'passwordHash' | 'components'> & {
  hasPassword: boolean;
  /** Where visitors find it; its own host name first. */
  urls: string[];
  components: ComponentView[];
};

export function viewOf(
  { passwordHash, components, ...page }: StatusPage,
  states: ReadonlyMap<string, { state: ComponentState; source: StateSource }>,
  appUrl: string,
): StatusPageView {
  return {
    ...page,
    hasPassword: passwordHash !== null,
    urls: addressesOf(page).map((address) => baseUrl(appUrl, address)),
    components: components.map((component) => ({
      ...component,
      ...(states.get(component.id) ?? { state: 'OPERATIONAL' as const, source: 'nothing' as const }),
    })),
  };
}

/** For the audit log: logos are long and say nothing there. */
export const auditOf = ({ passwordHash, look, ...page }: StatusPage): Record<string, unknown> => ({
  ...page,
  hasPassword: passwordHash !== null,
  look: { ...look, logo: look.logo !== null, logoDark: look.logoDark !== null },
});

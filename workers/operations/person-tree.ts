import { listChannels } from './contact-method/channels';
import { createContactMethod } from './contact-method/create';
import { listContactMethods } from './contact-method/list';
import { removeContactMethod } from './contact-method/remove';
import { sendCode } from './contact-method/send-code';
import { successesOf } from './contact-method/successes';
import { testContactMethod } from './contact-method/test';
import { updateContactMethod } from './contact-method/update';
import { verifyContactMethod } from './contact-method/verify';
import { listDevices } from './device/list';
import { registerDevice } from './device/register';
import { acceptInvitation } from './invitation/accept';
import { createInvitation } from './invitation/create';
import { findInvitation } from './invitation/find';
import { revokeInvitation } from './invitation/revoke';
import { exportNotifications } from './notification/export';
import { listNotifications } from './notification/list';
import { resendNotification } from './notification/resend';
import { createRule } from './notification-rule/create';
import { listRules } from './notification-rule/list';
import { removeRule } from './notification-rule/remove';
import { lastPageTestOf } from './page-test/get';
import { startPageTest } from './page-test/start';
import { openPageTest, stopPageTestOf } from './page-test/stop';
import { changePassword } from './password/change';
import { findPasswordReset } from './password/find-reset';
import { forgotPassword } from './password/forgot';
import { resetPassword } from './password/reset';
import { getPreferences } from './preference/get';
import { updatePreferences } from './preference/update';
import { createUser } from './user/create';
import { getUser } from './user/get';
import { listUsers } from './user/list';
import { updateUser } from './user/update';

/** People, how they sign in, and how they are reached. */
export const personOperations = {
  user: { list: listUsers, get: getUser, create: createUser, update: updateUser },
  invitation: { create: createInvitation, find: findInvitation, accept: acceptInvitation, revoke: revokeInvitation },
  password: { forgot: forgotPassword, findReset: findPasswordReset, reset: resetPassword, change: changePassword },
  contactMethod: {
    list: listContactMethods,
    create: createContactMethod,
    update: updateContactMethod,
    remove: removeContactMethod,
    sendCode,
    verify: verifyContactMethod,
    test: testContactMethod,
    channels: listChannels,
    successes: successesOf,
  },
  notification: { list: listNotifications, export: exportNotifications, resend: resendNotification },
  preference: { get: getPreferences, update: updatePreferences },
  pageTest: { start: startPageTest, last: lastPageTestOf, stop: stopPageTestOf, open: openPageTest },
  notificationRule: { list: listRules, create: createRule, remove: removeRule },
  device: { list: listDevices, register: registerDevice },
};

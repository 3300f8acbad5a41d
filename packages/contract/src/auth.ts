import {
  type Account,
  changePassword,
  forgotPassword,
  login as loginFields,
  register as registerFields,
  resetPassword,
  saveLanguage as languageFields,
} from './accounts.js';
import { serverEvent } from './event.js';
import { ROLES } from './roles.js';
import { answers, nothing, route } from './route.js';

export const register = route({
  method: 'post',
  path: '/auth/register',
  allow: 'anyone',
  body: registerFields,
  answer: answers<Account>(),
  status: 201,
  errors: ['email_taken'],
  summary: 'Makes an account for a patient or a doctor and signs it in.',
});

export const login = route({
  method: 'post',
  path: '/auth/login',
  allow: 'anyone',
  body: loginFields,
  answer: answers<Account>(),
  errors: ['invalid_credentials'],
  summary: 'Signs in: the session comes back as an httpOnly cookie.',
});

export const logout = route({
  method: 'post',
  path: '/auth/logout',
  allow: 'anyone',
  answer: nothing(),
  summary: 'Ends this session, also where there is none.',
});

export const logoutEverywhere = route({
  method: 'post',
  path: '/auth/logout-everywhere',
  allow: ROLES,
  answer: nothing(),
  summary: 'Ends every session of this account, on every device.',
});

export const replacePassword = route({
  method: 'post',
  path: '/auth/password',
  allow: ROLES,
  body: changePassword,
  answer: answers<Account>(),
  errors: ['wrong_password'],
  summary: 'Changes the password; every other session ends.',
});

export const requestReset = route({
  method: 'post',
  path: '/auth/forgot',
  allow: 'anyone',
  body: forgotPassword,
  answer: nothing(),
  errors: ['not_configured'],
  summary: 'Mails a link for a new password; says the same whether or not there is such an account.',
});

export const redeemReset = route({
  method: 'post',
  path: '/auth/reset',
  allow: 'anyone',
  body: resetPassword,
  answer: answers<Account>(),
  errors: ['token_expired'],
  summary: 'Sets a new password with the token of a mailed link, and signs in.',
});

export const readOwnAccount = route({
  method: 'get',
  path: '/auth/me',
  allow: ROLES,
  answer: answers<Account>(),
  summary: 'The account that is signed in.',
});

export const saveLanguage = route({
  method: 'put',
  path: '/auth/language',
  allow: ROLES,
  body: languageFields,
  answer: answers<Account>(),
  summary: 'The language of the page and of mails, on every device; empty: as the browser says.',
});

export const sessionEnded = serverEvent({
  name: 'session-ended',
  payload: answers<{ reason: 'signed_out' | 'suspended' | 'password_changed' }>(),
  to: 'every socket of a session that ended',
  summary: 'Says why; the server closes the socket after it.',
});

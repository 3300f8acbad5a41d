import { createHash, randomBytes } from 'node:crypto';
import type { ForgotPassword, ResetPassword } from '@health-connect/contract/accounts';
import { AccountModel, type AccountRecord } from '../../db/accounts.js';
import { date, id, number, type RecordOf, schemaOf, text } from '../../db/fields.js';
import { asStored } from '../../db/lean-defaults.js';
import { createModel } from '../../db/model.js';
import { sessionUserOf } from '../../db/session-user.js';
import { env } from '../../env.js';
import { ensure } from '../../http/errors.js';
import { limitOf } from '../../http/limits.js';
import type { Asker } from '../../lib/hash-queue.js';
import { now } from '../../lib/clock.js';
import { logger } from '../../lib/logger.js';
import { mailIsConfigured, sendMail } from '../../lib/mail.js';
import { hashPassword } from '../../lib/passwords.js';
import { accountKey } from './known-devices.js';
import { resetMail } from './reset-mail.js';
import { checkPassword, endAllSessions } from './service.js';

const VALID_MINUTES = 30;

const resetFields = {
  accountId: id(),
  /** The account's when it was mailed: a password that was changed since makes it worthless. */
  version: number(),
  /** SHA-256 of the mailed token: who reads the database cannot use it. */
  tokenHash: text(),
  expiresAt: date(),
};
type ResetRecord = RecordOf<typeof resetFields>;

const resetSchema = schemaOf(resetFields);
resetSchema.index({ tokenHash: 1 }, { unique: true });
resetSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const ResetModel = createModel('PasswordReset', resetSchema);

/** Nobody is sent more than that because somebody else keeps asking. */
const MAILS_AN_HOUR = 3;
const mails = limitOf({ name: 'reset-mails', limit: MAILS_AN_HOUR, windowSeconds: 60 * 60 });

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Mails a single-use link. Answers alike, and before the mail is sent, whether or not there is such an account. */
export async function requestReset({ email, role }: ForgotPassword): Promise<void> {
  ensure(mailIsConfigured(), 'no_mail');
  const account = await AccountModel.findOne({ email, role }).lean<AccountRecord>();
  const isMailed = (await mails.count(accountKey({ email, role }))).count <= MAILS_AN_HOUR;
  if (!account || account.suspendedAt || !isMailed) return;
  const token = randomBytes(32).toString('base64url');
  await ResetModel.create({
    accountId: account._id,
    version: account.version,
    tokenHash: hashOf(token),
    expiresAt: new Date(now() + VALID_MINUTES * 60_000),
  });
  const link = `${env.publicUrl}/reset-password#${token}`;
  // Not awaited: how long a mail server takes would tell whether the account exists.
  sendMail(resetMail(account, link, VALID_MINUTES)).catch((error: unknown) =>
    logger.error({ err: error }, 'mail was not sent'),
  );
}

/** Uses the token up, sets the password, ends every session. */
export async function resetPassword({ token, password }: ResetPassword, asker: Asker): Promise<AccountRecord> {
  checkPassword('password', password);
  const mailed = { tokenHash: hashOf(token), expiresAt: { $gt: new Date(now()) } };
  ensure(await ResetModel.exists(mailed), 'token_expired');
  // Before the link is used up: where the server is too busy to hash, it must work in a moment still.
  const passwordHash = await hashPassword(password, asker);
  const reset = await ResetModel.findOneAndDelete(mailed).lean<ResetRecord>();
  ensure(reset, 'token_expired');
  const account = await AccountModel.findOneAndUpdate(
    { _id: reset.accountId, version: asStored(reset.version, 0), suspendedAt: null },
    { passwordHash },
  ).lean<AccountRecord>();
  ensure(account, 'token_expired');
  return endAllSessions(sessionUserOf(account), 'password_changed');
}

import type { ChangePassword, SessionUser } from '@health-connect/contract/accounts';
import { AccountModel, type AccountRecord } from '../../db/accounts.js';
import { asStored } from '../../db/lean-defaults.js';
import { ensure, refused } from '../../http/errors.js';
import { limitOf } from '../../http/limits.js';
import type { Asker } from '../../lib/hash-queue.js';
import { hashPassword, verifyPassword } from '../../lib/passwords.js';
import { SESSION_DAYS, sessionKey } from '../../lib/tokens.js';
import { checkPassword, endAllSessions, endSession, ownAccount } from './service.js';

const MOST_WRONG = 10;
// Whoever found a screen unlocked may guess ten times in all, whatever time they take.
const ofSession = limitOf({ name: 'wrong-passwords', limit: MOST_WRONG, windowSeconds: SESSION_DAYS * 24 * 3600 });
const ofAccount = limitOf({
  name: 'password-changes',
  limit: 20,
  windowSeconds: 15 * 60,
  reason: 'too_many_guesses',
});

/** Needs the current password; all other sessions end. Ten wrong ones end this session. */
export async function changeOwnPassword(
  user: SessionUser,
  token: string,
  { currentPassword, newPassword }: ChangePassword,
): Promise<AccountRecord> {
  const account = await ownAccount(user);
  checkPassword('newPassword', newPassword);
  const { count } = await ofAccount.take(user.id);
  const asker = { key: `person:${user.id}`, failures: count - 1 };
  await requireCurrentPassword(account, user, token, currentPassword, asker);
  const passwordHash = await hashPassword(newPassword, asker);
  const unchanged = { _id: account._id, version: asStored(account.version, 0) };
  const changed = await AccountModel.updateOne(unchanged, { passwordHash });
  ensure(changed.matchedCount === 1, 'password_changed');
  await ofAccount.clear(user.id);
  return endAllSessions(user, 'password_changed');
}

async function requireCurrentPassword(
  { passwordHash }: AccountRecord,
  user: SessionUser,
  token: string,
  password: string,
  asker: Asker,
): Promise<void> {
  const key = sessionKey(token);
  // Counted before it is looked at, so that a hundred at once are no way around it.
  const { count } = await ofSession.count(key);
  const isRight = count <= MOST_WRONG && (await verifyPassword(password, passwordHash, asker).catch(takeBack));
  if (isRight) return ofSession.clear(key);
  if (count >= MOST_WRONG) {
    await endSession(user, token);
    throw refused('signed_out_for_guessing');
  }
  throw refused('wrong_password', { errors: [{ path: 'currentPassword', problem: 'wrong' }] });

  async function takeBack(error: unknown): Promise<never> {
    await ofSession.giveBack(key);
    throw error;
  }
}

import {
  type Login,
  ONLY_OF_DOCTORS,
  type Register,
  REQUIRED_OF_DOCTORS,
  type SaveLanguage,
  type SessionUser,
} from '@health-connect/contract/accounts';
import { sessionEnded } from '@health-connect/contract/auth';
import type { FieldProblem } from '@health-connect/contract/problems';
import { isTimeZone } from '@health-connect/scheduling/time-zone';
import { AccountModel, type AccountRecord, DoctorModel, PatientModel } from '../../db/accounts.js';
import { env } from '../../env.js';
import { duplicateKey, ensure, ensureFound, invalid, refused } from '../../http/errors.js';
import { DUMMY_HASH, fitsBcrypt, hashPassword, MAX_PASSWORD_BYTES, verifyPassword } from '../../lib/passwords.js';
import type { Asker } from '../../lib/hash-queue.js';
import { now } from '../../lib/clock.js';
import { isLanguage } from '../../lib/catalog-texts.js';
import { SESSION_DAYS, sessionKey, signSession } from '../../lib/tokens.js';
import { disconnectRoom, publish } from '../../realtime/publish.js';
import { sessionRoom, userRoom } from '../../realtime/rooms.js';

export { medicalFields, presentDoctorAccount, presentPatientAccount } from './present.js';

/** Makes a patient or a doctor, never anyone else. A doctor is listed once verified. */
export async function register(input: Register, asker: Asker): Promise<AccountRecord> {
  checkRegistration(input);
  const { password, role, ...fields } = input;
  const passwordHash = await hashPassword(password, asker);
  try {
    return role === 'doctor'
      ? await DoctorModel.create({
          ...fields,
          passwordHash,
          verification: env.autoVerifyDoctors ? 'verified' : 'pending',
        })
      : await PatientModel.create({ ...fields, passwordHash });
  } catch (error) {
    if (!duplicateKey(error)) throw error;
    const errors: FieldProblem[] = [{ path: 'email', problem: 'email_in_use' }];
    throw refused('email_taken_in_role', { params: { role }, errors });
  }
}

function checkRegistration(input: Register) {
  checkPassword('password', input.password);
  if (input.language !== undefined) checkLanguage(input.language);
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) throw invalid('timeZone', 'not_a_listed_time_zone');
  const errors: FieldProblem[] =
    input.role === 'doctor'
      ? REQUIRED_OF_DOCTORS.filter((name) => input[name] === undefined).map((path) => ({
          path,
          problem: 'needed_of_doctors',
        }))
      : ONLY_OF_DOCTORS.filter((name) => input[name] !== undefined).map((path) => ({ path, problem: 'doctors_only' }));
  if (errors.length > 0) throw refused('validation_failed', { errors });
}

/** One that there are words in; empty is the browser's. */
function checkLanguage(language: string) {
  if (language !== '' && !isLanguage(language)) throw invalid('language', 'not_a_language');
}

export function checkPassword(path: string, password: string) {
  if (!fitsBcrypt(password)) throw invalid(path, 'too_many_bytes', { max: MAX_PASSWORD_BYTES });
}

/** Answers alike, and in like time, for an unknown e-mail and a wrong password. */
export async function login({ email, password, role }: Login, asker: Asker): Promise<AccountRecord> {
  const account = await AccountModel.findOne({ email, role }).lean<AccountRecord>();
  const matches = await verifyPassword(password, account?.passwordHash ?? DUMMY_HASH, asker);
  ensure(account && matches, 'invalid_credentials');
  ensure(!account.suspendedAt, 'account_suspended');
  return account;
}

export async function ownAccount(user: SessionUser): Promise<AccountRecord> {
  const account = await AccountModel.findById(user.id).lean<AccountRecord>();
  ensureFound(account);
  return account;
}

/** The same on every device from now on; each applies it when it loads. */
export async function saveLanguage(user: SessionUser, { language }: SaveLanguage): Promise<AccountRecord> {
  checkLanguage(language);
  const account = await AccountModel.findByIdAndUpdate(
    user.id,
    { $set: { language } },
    { returnDocument: 'after' },
  ).lean<AccountRecord>();
  ensureFound(account);
  return account;
}

export const issueSession = (account: AccountRecord): string =>
  signSession({ userId: account._id.toString(), role: account.role, version: account.version });

/** So many sessions that were signed out are remembered by their account. None is forgotten before it runs out. */
const MOST_ENDED = 100;

/**
 * The session is refused from now on; sockets that were opened with it hear why, then close. Where more were signed out
 * than an account remembers, all of its sessions end.
 */
export async function endSession(user: SessionUser, token: string): Promise<void> {
  const key = sessionKey(token);
  const at = now();
  const until = new Date(at + SESSION_DAYS * 24 * 3600 * 1000);
  await AccountModel.updateOne({ _id: user.id }, { $pull: { signedOut: { until: { $lte: new Date(at) } } } });
  const { matchedCount } = await AccountModel.updateOne(
    { _id: user.id, [`signedOut.${MOST_ENDED - 1}`]: { $exists: false } },
    { $push: { signedOut: { key, until } } },
  );
  if (matchedCount === 0) await endAllSessions(user, 'signed_out');
  const room = sessionRoom(key);
  publish(room, sessionEnded, { reason: 'signed_out' });
  disconnectRoom(room);
}

/** Ends every session on every device. Gives the account with its new version. */
export async function endAllSessions(
  user: SessionUser,
  reason: 'signed_out' | 'password_changed',
): Promise<AccountRecord> {
  const account = await AccountModel.findByIdAndUpdate(
    user.id,
    { $inc: { version: 1 }, $unset: { signedOut: 1 } },
    { returnDocument: 'after' },
  ).lean<AccountRecord>();
  ensureFound(account);
  publish(userRoom(user.id), sessionEnded, { reason });
  disconnectRoom(userRoom(user.id));
  return account;
}

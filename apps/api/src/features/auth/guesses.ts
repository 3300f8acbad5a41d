import { AppError } from '../../http/errors.js';
import { type Limit, limitOf } from '../../http/limits.js';
import { pause } from '../../lib/clock.js';
import type { Asker } from '../../lib/hash-queue.js';

/** Somebody who says that an account is theirs. */
export interface Guesser {
  account: string;
  /** Where they are. */
  address: string;
  /** The device, where this account has signed in on it before. */
  device: string | null;
}

const windowSeconds = 15 * 60;
const reason = 'too_many_guesses';
const ofAccountHere = limitOf({ name: 'guesses-here', limit: 10, windowSeconds, reason });
const ofAddress = limitOf({ name: 'guesses-address', limit: 50, windowSeconds, reason });
const ofKnownDevice = limitOf({ name: 'guesses-device', limit: 10, windowSeconds, reason });
/** Only slows: who guesses at an account from everywhere must not shut its owner out. */
const ofAccount = limitOf({ name: 'guesses-account', limit: Infinity, windowSeconds });
const SLOW_AFTER = 10;
const PAUSE_MS = 3000;

/**
 * Lets somebody try a password. From one address an account can be guessed at ten times; after ten wrong ones from
 * anywhere each try takes some seconds, and a right one gets in. A device that is known is judged by itself alone.
 * Tries are counted before they are made, so that a hundred at once are no way around it.
 * @throws AppError `rate_limited`
 */
export async function guess<T>(guesser: Guesser, attempt: (asker: Asker) => Promise<T>): Promise<T> {
  const tries = new Tries();
  try {
    const asker = guesser.device ? await knownAsker(guesser, tries) : await strangeAsker(guesser, tries);
    const result = await attempt(asker);
    await tries.forgive();
    return result;
  } catch (error) {
    if (!isWrongGuess(error)) await tries.undo();
    throw error;
  }
}

/** Those who are known wait for no stranger. */
async function knownAsker({ account, device }: Guesser, tries: Tries): Promise<Asker> {
  const { count } = await tries.take(ofKnownDevice, `${device}:${account}`);
  return { key: `device:${device}`, failures: count - 2 };
}

async function strangeAsker({ account, address }: Guesser, tries: Tries): Promise<Asker> {
  const { count } = await tries.take(ofAddress, address);
  await tries.take(ofAccountHere, `${account}:${address}`);
  const anywhere = await tries.take(ofAccount, account);
  if (anywhere.count > SLOW_AFTER) await pause(PAUSE_MS);
  return { key: address, failures: count - 1 };
}

const isWrongGuess = (error: unknown) => error instanceof AppError && error.code === 'invalid_credentials';

/** What one try has used up. */
class Tries {
  #taken: { limit: Limit; key: string }[] = [];

  async take(limit: Limit, key: string) {
    const count = await limit.take(key);
    this.#taken.push({ limit, key });
    return count;
  }

  async undo(): Promise<void> {
    for (const { limit, key } of this.#taken) await limit.giveBack(key);
  }

  /** It was right: wrong ones of the same person before it were slips. An address or account keeps those of others. */
  async forgive(): Promise<void> {
    for (const { limit, key } of this.#taken) {
      if (limit === ofAccountHere || limit === ofKnownDevice) await limit.clear(key);
      else await limit.giveBack(key);
    }
  }
}

import { resolve } from 'node:path';
import { chooseAddress, uriOf } from './process/address.js';
import { type RunningChild, spawnChild } from './process/spawn.js';
import type { ChildOptions } from './process/protocol.js';

export interface EmbeddedMongoOptions {
  /** A directory for this database alone; it is made when there is none. */
  dataDir: string;
  /** True, the default: an answered write is on the disk. False is for tests, which may lose theirs. */
  durable?: boolean;
  /** Gets a line for what an operator should know, such as a restart. */
  log?: (line: string) => void;
  /** Milliseconds between two looks for documents that a TTL index lets expire; a minute by default. */
  expiryMs?: number;
}

export interface EmbeddedMongo {
  /** For `mongoose.connect`; stays the same over restarts of the database process. */
  uri: string;
  /** The present database process; undefined while there is none. */
  pid: () => number | undefined;
  /** Resolves when the database process ended by itself so often that it is not started any more. */
  gaveUp: Promise<Error>;
  /** Ends the database after the writes under way. */
  stop: () => Promise<void>;
}

const RESTARTS = { most: 5, withinMs: 60_000, pauseMs: 100 };
const STOP_MS = 5_000;

/**
 * Starts the zero-install database in a process of its own, which ends with this one. When it ends by itself it is
 * started again at the same address, so that a driver finds it back. Throws when the directory is in use, damaged or
 * not ours.
 */
export async function startEmbeddedMongo(given: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const log = given.log ?? (() => undefined);
  const dataDir = resolve(given.dataDir);
  const { address, release } = chooseAddress(dataDir);
  const options: ChildOptions = { dataDir, durable: given.durable ?? true, address, expiryMs: given.expiryMs };
  const keeper = new Keeper(options, log);
  try {
    await keeper.start();
  } catch (error) {
    release();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await keeper.stop();
    release();
  };
  return { uri: uriOf(keeper.options.address), pid: () => keeper.child?.process.pid, gaveUp: keeper.gaveUp, stop };
}

/** Keeps one database process running. */
class Keeper {
  child: RunningChild | undefined;
  readonly gaveUp: Promise<Error>;
  private giveUp!: (reason: Error) => void;
  private stopping = false;
  private starts: number[] = [];
  private restarting: Promise<void> | undefined;

  constructor(
    public options: ChildOptions,
    private readonly log: (line: string) => void,
  ) {
    this.gaveUp = new Promise((resolve) => (this.giveUp = resolve));
  }

  async start(): Promise<void> {
    const child = await spawnChild(this.options, this.log);
    if (child.port !== undefined) this.options = { ...this.options, address: { port: child.port } };
    this.child = child;
    child.process.unref();
    child.process.channel?.unref();
    void child.ended.then((how) => this.ended(how));
  }

  private ended(how: string): void {
    this.child = undefined;
    if (this.stopping) return;
    this.log(`the embedded database ended by itself (${how}) and is started again`);
    this.restarting = this.restart();
  }

  private async restart(): Promise<void> {
    for (;;) {
      const now = Date.now();
      this.starts = this.starts.filter((time) => now - time < RESTARTS.withinMs);
      if (this.stopping) return;
      if (this.starts.length >= RESTARTS.most) return this.lose(`it ended ${RESTARTS.most} times within a minute`);
      this.starts.push(now);
      await new Promise((done) => setTimeout(done, RESTARTS.pauseMs * 2 ** (this.starts.length - 1)));
      if (this.stopping) return;
      try {
        return await this.start();
      } catch (error) {
        this.log(String(error));
      }
    }
  }

  private lose(why: string): void {
    this.log(`the embedded database is not started any more: ${why}`);
    this.giveUp(new Error(`the embedded database is not started any more: ${why}`));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.restarting;
    const { child } = this;
    if (!child) return;
    if (child.process.connected) child.process.send('stop');
    const late = setTimeout(() => child.process.kill('SIGKILL'), STOP_MS);
    child.process.ref();
    await child.ended;
    clearTimeout(late);
  }
}

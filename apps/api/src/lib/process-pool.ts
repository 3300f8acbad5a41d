import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';

interface PoolOptions {
  /** Plain JavaScript that answers each message with one. */
  file: URL;
  processes: number;
  /** So many tasks may wait. */
  queue: number;
  /** A task that takes longer ends its process. */
  timeoutMs: number;
  /** A process without work ends after this long. */
  idleMs: number;
}

/** No room in the queue, the process died over the task, or it took too long. */
export class PoolFailure extends Error {
  constructor(readonly reason: 'full' | 'died' | 'slow') {
    super(`a worker process failed: ${reason}`);
  }
}

interface Job<Task, Result> {
  task: Task;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

const HEAP_MB = 64;

/**
 * Runs tasks in a bounded number of processes of their own: what they use up, break or crash is theirs. A process that
 * died or was ended is replaced when there is work. They see nothing of our environment, and so none of its secrets.
 */
export class ProcessPool<Task extends object, Result> {
  /** Those without work, with what will end them. */
  private readonly idle = new Map<ChildProcess, NodeJS.Timeout>();
  private readonly all = new Set<ChildProcess>();
  private waiting: Job<Task, Result>[] = [];

  constructor(private readonly options: PoolOptions) {}

  /** @throws PoolFailure */
  run(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length >= this.options.queue) return reject(new PoolFailure('full'));
      this.waiting.push({ task, resolve, reject });
      this.dispatch();
    });
  }

  /** Ends all processes; tasks that wait or are under way fail. */
  stop(): void {
    for (const { reject } of this.waiting) reject(new PoolFailure('died'));
    this.waiting = [];
    for (const child of this.all) child.kill('SIGKILL');
  }

  private dispatch() {
    while (this.waiting.length > 0 && (this.idle.size > 0 || this.all.size < this.options.processes)) {
      const [resting] = this.idle.keys();
      if (resting) this.wake(resting);
      this.work(resting ?? this.start(), this.waiting.shift()!);
    }
  }

  private start(): ChildProcess {
    const child = fork(this.options.file, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      env: {},
    });
    this.all.add(child);
    // From its first moment on it gives way to whoever waits for an answer.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    // A pool keeps no program alive.
    child.unref();
    child.channel?.unref();
    const gone = () => {
      if (!this.all.delete(child)) return;
      this.wake(child);
      this.dispatch();
    };
    child.once('exit', gone).once('error', gone);
    return child;
  }

  private work(child: ChildProcess, { task, resolve, reject }: Job<Task, Result>) {
    const settle = () => {
      clearTimeout(late);
      child.off('message', answered).off('exit', died).off('error', died);
    };
    const fail = (reason: 'died' | 'slow') => {
      settle();
      child.kill('SIGKILL');
      reject(new PoolFailure(reason));
    };
    const died = () => fail('died');
    const answered = (result: unknown) => {
      settle();
      this.rest(child);
      resolve(result as Result);
    };
    const late = setTimeout(() => fail('slow'), this.options.timeoutMs);
    child.once('message', answered).once('exit', died).once('error', died);
    child.send(task, (error) => error && died());
  }

  private rest(child: ChildProcess) {
    const end = () => {
      this.wake(child);
      child.kill();
    };
    this.idle.set(child, setTimeout(end, this.options.idleMs).unref());
    this.dispatch();
  }

  private wake(child: ChildProcess) {
    clearTimeout(this.idle.get(child));
    this.idle.delete(child);
  }
}

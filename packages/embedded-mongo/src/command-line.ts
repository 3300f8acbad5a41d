import { join, resolve } from 'node:path';

/** The file and the data directory of `backup FILE [DIRECTORY]` and `restore FILE [DIRECTORY]`. */
export function readArguments(program: string): { file: string; dataDir: string } {
  const [file, directory] = process.argv.slice(2).filter((argument) => argument !== '--');
  if (!file) throw new Error(`Say which file: npm run ${program} -- FILE`);
  const dataDir = directory ?? join(process.env['DATA_DIR'] ?? '.data', 'database');
  return { file: resolve(file), dataDir: resolve(dataDir) };
}

/** Runs a program: its answer is printed; what goes wrong is said in one line, with exit code 1. */
export async function runProgram(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

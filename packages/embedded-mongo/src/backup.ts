import { readArguments, runProgram } from './command-line.js';
import { backup } from './store/backup.js';

await runProgram(async () => {
  const { file, dataDir } = readArguments('backup');
  const { collections, documents } = await backup(dataDir, file);
  return `Saved ${documents} documents in ${collections} collections to ${file}`;
});

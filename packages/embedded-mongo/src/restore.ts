import { readArguments, runProgram } from './command-line.js';
import { lockDirectory } from './process/directory-lock.js';
import { restore } from './store/backup.js';

await runProgram(async () => {
  const { file, dataDir } = readArguments('restore');
  await lockDirectory(dataDir);
  const { collections, documents, kept } = await restore(file, dataDir, new Date());
  const before = kept ? ` What was there before is kept in ${kept}.` : '';
  return `Restored ${documents} documents in ${collections} collections to ${dataDir}.${before}`;
});

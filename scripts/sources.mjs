import { execFileSync } from 'node:child_process';
import { ROOT } from './run.mjs';

/** What is, or could be, committed below these paths and matches: from `git`, so that nothing built or ignored comes along. */
export function sources(paths, matching) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...paths];
  const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  const gone = execFileSync('git', ['ls-files', '--deleted'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return listed.split('\n').filter((file) => matching.test(file) && !gone.includes(file));
}

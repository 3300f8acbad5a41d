import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { eachOnAnEmptyDatabase } from '../../test/own-database.js';
import { startFailureText } from '../lib/start-failure.js';
import '../features/reviews/model.js';
import { LeaseModel } from './lease.js';
import { migrate, type Migration, MigrationModel, refuseNewerData } from './migrate.js';

const PROCESS = fileURLToPath(new URL('../../test/migrating-process.ts', import.meta.url));
const SOON = { everyMs: 10, looks: 10 };

const database = eachOnAnEmptyDatabase();
const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

/** Another server that starts on the same data. */
function startAnother(...behaviour: string[]): ChildProcess {
  const child = fork(PROCESS, [inject('mongodbUri'), database(), ...behaviour], { execArgv: ['--import', 'tsx'] });
  children.push(child);
  return child;
}

async function heard(child: ChildProcess, word: string) {
  for (;;) {
    const [said] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => ['ended'])]);
    if (said === 'ended') throw new Error(`ended before it said "${word}"`);
    if (said === word) return;
  }
}

const notes = () => mongoose.connection.collection('notes');
const steps = async () => (await notes().find().toArray()).map(({ step }) => step as number);
const noting = (number: number): Migration => ({
  number,
  name: `step ${number}`,
  up: async () => void (await notes().insertOne({ step: number })),
});

describe('data that evolves', () => {
  test('of several processes that start at once one migrates, and the others wait for it', async () => {
    await Promise.all([1, 2, 3].map(() => heard(startAnother(), 'migrated')));
    expect(await steps()).toEqual([1, 2]);
    expect(await LeaseModel.countDocuments()).toBe(0);
  });

  test('a process that is killed half way leaves a lease that runs out, and the next one goes on where it was', async () => {
    const killed = startAnother('hang');
    await heard(killed, 'half way');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(await LeaseModel.countDocuments()).toBe(1);
    await migrate([noting(1), noting(2)], SOON);
    expect(await steps()).toEqual([1, 2]);
  });

  test('who was away until another took over lets it, and does the step again only after it', async () => {
    let runs = 0;
    const interrupted = async () => {
      runs += 1;
      // As if the process had stood still: meanwhile somebody else took over, and is killed in turn.
      if (runs === 1) await LeaseModel.updateOne({ _id: 'migrations' }, { holder: 'another', beat: 0 });
    };
    await migrate([{ number: 1, name: 'interrupted', up: interrupted }, noting(2)], SOON);
    expect(runs).toBe(2);
    expect(await steps()).toEqual([2]);
  });

  test('a migration that fails half way is not taken for done, and runs again at the next start', async () => {
    await notes().insertMany([{ word: 'a' }, { word: 'b' }]);
    let isBroken = true;
    const rename: Migration = {
      number: 2,
      name: 'words become text',
      async up() {
        await notes().updateOne({ word: 'a' }, { $rename: { word: 'text' } });
        if (isBroken) throw new Error('the disk is full');
        await notes().updateMany({ word: { $exists: true } }, { $rename: { word: 'text' } });
      },
    };
    await expect(migrate([noting(1), rename, noting(3)], SOON)).rejects.toThrow('the disk is full');
    expect((await MigrationModel.find().lean()).map(({ _id }) => _id)).toEqual([1]);
    isBroken = false;
    await migrate([noting(1), rename, noting(3)], SOON);
    expect(
      (
        await notes()
          .find({ text: { $exists: true } })
          .toArray()
      ).map(({ text }) => text as string),
    ).toEqual(['a', 'b']);
    expect((await steps()).filter(Boolean)).toEqual([1, 3]);
  });

  test('data that a newer version wrote is refused, with what to do, and left as it is', async () => {
    await MigrationModel.create({ _id: 3, name: 'of the future', doneAt: new Date() });
    const refusal = await migrate([noting(1), noting(2)], SOON).catch((error: Error) => error);
    expect(startFailureText(refusal as Error)).toBe(
      'This database was used by a newer Health-Connect: its data has version 3, and this one reads up to 2. Nothing was changed. Start the newer version again, or restore a backup from before the update (docs/operations.md, "Newer data").',
    );
    expect(await steps()).toEqual([]);
    expect(await LeaseModel.countDocuments()).toBe(0);
  });

  test('a step whose number another branch of the code took runs as well', async () => {
    await migrate([noting(1), { ...noting(2), name: 'of another branch' }], SOON);
    await migrate([noting(1), noting(2)], SOON);
    expect(await steps()).toEqual([1, 2, 2]);
  });

  test('an index that somebody dropped is back after the next start', async () => {
    await migrate([noting(1)], SOON);
    await mongoose.connection.collection('reviews').dropIndex('appointmentId_1');
    await migrate([noting(1)], SOON);
    expect(await mongoose.connection.collection('reviews').indexExists('appointmentId_1')).toBe(true);
  });

  test('a command refuses newer data alone: beside a server of an older version it brings nothing', async () => {
    await migrate([noting(1)]);
    await refuseNewerData([noting(1), noting(2)]);
    expect(await steps()).toEqual([1]);
    await migrate([noting(1), noting(2)]);
    await expect(refuseNewerData([noting(1)])).rejects.toThrow('used by a newer Health-Connect');
  });

  test('who waited while a newer version migrated refuses as well', async () => {
    const newer = { _id: 'migrations', holder: 'a newer one', beat: 0 };
    await LeaseModel.create(newer);
    const refused = expect(migrate([noting(1)], { everyMs: 10, looks: Infinity })).rejects.toThrow('has version 2');
    await MigrationModel.create([1, 2].map((_id) => ({ _id, name: 'of the future', doneAt: new Date() })));
    await LeaseModel.deleteOne(newer);
    await refused;
    expect(await steps()).toEqual([]);
  });

  test('a start with nothing to do takes no lease, so that it waits for nobody', async () => {
    await migrate([noting(1)], SOON);
    await LeaseModel.create({ _id: 'migrations', holder: 'another', beat: 0 });
    await migrate([noting(1)], { everyMs: 10, looks: Infinity });
    expect(await steps()).toEqual([1]);
  });
});

/**
 * The real server with a clock that its parent process may move: for end-to-end tests. The clock is passed in here,
 * outside of src, so that the product has no back door to time.
 * Messages: { advanceMinutes } moves it, { noteEvents } stores each event that this process tells, in `noted`, once so
 * many processes tell something, and with { hang } whoever listens never comes to an end. Each is answered with { now }.
 */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { setClock } from '../src/lib/clock.js';
import { type DomainEvents, listenTo, startListening } from '../src/lib/events.js';
import { listeners } from '../src/listeners.js';
import { startServer } from '../src/server.js';

// A page that was built otherwise, such as in the language that only tests read.
const webRoot = process.env.WEB_ROOT ?? fileURLToPath(new URL('../../web/dist', import.meta.url));
let offset = 0;
setClock(() => Date.now() + offset);

let processes = 1;
const note = async ({ id }: DomainEvents['appointment.changed']) => {
  const tellers = mongoose.connection.collection<{ _id: number }>('tellers');
  await tellers.updateOne({ _id: process.pid }, { $set: { tells: true } }, { upsert: true });
  while ((await tellers.countDocuments({})) < processes) await setTimeout(50);
  await mongoose.connection.collection('noted').insertOne({ event: id, by: process.pid });
};

let stopNoting = () => {};
const server = await startServer(existsSync(webRoot) ? { webRoot } : {});
process.send?.({ port: server.port });

process.on('message', (message: { advanceMinutes?: number; noteEvents?: number; hang?: true }) => {
  offset += (message.advanceMinutes ?? 0) * 60_000;
  if (message.noteEvents) {
    processes = message.noteEvents;
    stopNoting();
    stopNoting = startListening([listenTo('appointment.changed', 'note', note)]);
  }
  if (message.hang) for (const listener of listeners) listener.hear = () => new Promise(() => {});
  process.send?.({ now: Date.now() + offset });
});
const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);

import { crc32, deflateSync } from 'node:zlib';
import { DoctorModel, PatientModel } from '@health-connect/api/db/accounts';
import { median } from './load.js';
import { doctors, patients, typicalWeek } from './people.js';
import type { Figure } from './report.js';
import { cookieOf, ORIGIN } from './session.js';
import type { Fixtures } from './fixtures.js';

const CROWD = 24;
const ROUNDS = 3;
const ASKED_PER_SECOND = 100;
const AT_LEAST_MS = 3000;

/** FR-3: the public list's p99 while 24 people send a picture each at once, beside its quiet p99 in the same run. */
export async function pictures({ api }: Fixtures): Promise<Figure[]> {
  await DoctorModel.insertMany(doctors(100, typicalWeek));
  const list = `${api.url}/api/doctors?limit=20`;
  const compare = async (side: number) => {
    const rounds: { ours: number; reference: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const crowd = await PatientModel.insertMany(patients(CROWD));
      const quiet = await p99While(list, Promise.resolve());
      const picture = onlyWhite(side);
      const sent = Promise.all(crowd.map(({ _id }) => send(api.url, cookieOf(_id, 'patient'), picture)));
      rounds.push({ reference: quiet, ours: await p99While(list, sent) });
    }
    return { ours: median(rounds.map(({ ours }) => ours)), reference: median(rounds.map((each) => each.reference)) };
  };
  await p99While(list, Promise.resolve());
  const fits = await compare(4990);
  const tooLarge = await compare(7000);
  const goal = { atMost: 3 };
  return [
    { id: 'FR-3', name: 'public list p99, 24 pictures of 49 Mpx at once', ...tooLarge, unit: 'ms', goal },
    { id: 'FR-3', name: '  the same with 24.9 Mpx, which are taken', ...fits, unit: 'ms', goal },
  ];
}

/** Asks at a fixed pace, whether or not the last answer is there, until `work` is done; gives the p99 in ms. */
async function p99While(url: string, work: Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  let working = true;
  const done = work.finally(() => (working = false));
  const began = performance.now();
  while (working || performance.now() - began < AT_LEAST_MS) {
    asked.push(timed(url).then((ms) => void times.push(ms)));
    await new Promise((resolve) => setTimeout(resolve, 1000 / ASKED_PER_SECOND));
  }
  await Promise.all([done, ...asked]);
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}

async function timed(url: string): Promise<number> {
  const began = performance.now();
  const reply = await fetch(url);
  await reply.text();
  if (reply.status !== 200) throw new Error(`The list answered ${reply.status}`);
  return performance.now() - began;
}

async function send(url: string, cookie: string, picture: Buffer): Promise<void> {
  const form = new FormData();
  form.set('purpose', 'message');
  form.set('file', new Blob([new Uint8Array(picture)]), 'white.png');
  const reply = await fetch(`${url}/api/uploads`, { method: 'POST', headers: { cookie, origin: ORIGIN }, body: form });
  await reply.text();
  if (![201, 413].includes(reply.status)) throw new Error(`A picture was answered ${reply.status}`);
}

/** A PNG of one bit a pixel: some kilobytes that unpack to the square of `side`. */
function onlyWhite(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

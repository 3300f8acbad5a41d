import { randomInt, randomUUID } from 'node:crypto';
import type { Appointment } from '@health-connect/contract/appointments';
import type { Message } from '@health-connect/contract/messages';
import { pairId } from '../src/features/messages/pair.js';
import { env } from '../src/env.js';
import { cookieOf, type TestUser } from './app.js';
import { everyDay } from './factories.js';

const AT_ONCE = 16;
const DAY_MS = 86_400_000;
/** Well within the days that a doctor takes bookings for. */
const DAYS = { first: 2, last: 55 };
/** For each booking about two messages are sent. */
const ONE_IN = 3;
const TIMES = everyDay[0]!.slots.map(({ startTime }) => startTime);

interface Request {
  kind: 'booking' | 'message';
  /** The conversation of its doctor and patient. */
  pair: string;
  sender: TestUser;
  path: string;
  /** A repeated request has the same one. */
  key: string;
  body: object;
}

export interface SentMessage {
  pair: string;
  seq: number;
}

interface People {
  doctors: TestUser[];
  patients: TestUser[];
}

/** Bookings and messages of many people at once, and what the server said to each. */
export interface Traffic {
  bookings: Map<string, Appointment>;
  messages: Map<string, SentMessage>;
  /** How often each status was answered. */
  statuses: Map<number, number>;
  /**
   * Sends until the server is gone or `onAnswer`, which hears how many were acknowledged this time, says stop. What was
   * refused with 503 or got no answer is sent again first.
   */
  send(url: string, onAnswer: (acknowledged: number) => 'stop' | void): Promise<void>;
}

const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)]!;

export function createTraffic({ doctors, patients }: People): Traffic {
  const bookings = new Map<string, Appointment>();
  const messages = new Map<string, SentMessage>();
  const statuses = new Map<number, number>();
  const unanswered: Request[] = [];
  /** Pairs whose patient wrote, so that the doctor may. */
  const open = new Set<string>();

  const draw = (): Request => {
    const [doctor, patient] = [pick(doctors), pick(patients)];
    const pair = pairId(doctor.id, patient.id);
    if (randomInt(ONE_IN) === 0) return bookingOf(pair, doctor, patient);
    const isAnswer = open.has(pair) && randomInt(2) === 0;
    return isAnswer ? messageOf(pair, doctor, patient) : messageOf(pair, patient, doctor);
  };

  /** True where it was acknowledged. */
  const note = async (request: Request, response: Response): Promise<boolean> => {
    const { data } = (await response.json()) as { data: unknown };
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status === 503) unanswered.push(request);
    if (!response.ok) return false;
    if (request.kind === 'booking') {
      bookings.set(request.key, data as Appointment);
    } else {
      messages.set(request.key, { pair: request.pair, seq: (data as Message).seq });
      if (request.sender.role === 'patient') open.add(request.pair);
    }
    return true;
  };

  async function send(url: string, onAnswer: (acknowledged: number) => 'stop' | void) {
    let acknowledged = 0;
    let isOver = false;
    const work = async () => {
      while (!isOver) {
        const request = unanswered.shift() ?? draw();
        try {
          if (await note(request, await post(url, request))) isOver = onAnswer(++acknowledged) === 'stop' || isOver;
        } catch {
          unanswered.push(request);
          isOver = true;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  return { bookings, messages, statuses, send };
}

function bookingOf(pair: string, doctor: TestUser, patient: TestUser): Request {
  const day = new Date(Date.now() + randomInt(DAYS.first, DAYS.last) * DAY_MS);
  const body = { doctorId: doctor.id, date: day.toISOString().slice(0, 10), startTime: pick(TIMES) };
  return { kind: 'booking', pair, sender: patient, path: '/api/appointments', key: randomUUID(), body };
}

function messageOf(pair: string, sender: TestUser, receiver: TestUser): Request {
  const key = randomUUID();
  const path = `/api/message/send/${receiver.id}`;
  return { kind: 'message', pair, sender, path, key, body: { text: 'How are you today?', clientId: key } };
}

const post = (url: string, { path, sender, key, body }: Request) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      Origin: env.publicUrl,
      Cookie: cookieOf(sender),
    },
    body: JSON.stringify(body),
  });

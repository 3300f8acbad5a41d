import { existsSync, readFileSync } from 'node:fs';

/** The people and things of the examples; `examples.test.ts` makes them, and sends every example. */
export const IDS = {
  patient: '66f1a2b3c4d5e6f708192a01',
  doctor: '66f1a2b3c4d5e6f708192a02',
  admin: '66f1a2b3c4d5e6f708192a03',
  /** Requested, not answered yet. */
  request: '66f1a2b3c4d5e6f708192a11',
  /** Confirmed, tomorrow. */
  coming: '66f1a2b3c4d5e6f708192a12',
  /** Over, and not reviewed. */
  over: '66f1a2b3c4d5e6f708192a13',
  /** Open now. */
  open: '66f1a2b3c4d5e6f708192a14',
  picture: '66f1a2b3c4d5e6f708192a21',
  ringing: '66f1a2b3c4d5e6f708192a31',
  accepted: '66f1a2b3c4d5e6f708192a32',
} as const;

/** When the examples happen. */
export const EXAMPLE_TIME = '2026-11-23T15:00:00.000Z';
export const RESET_TOKEN = 'Zm9yLXRoZS1leGFtcGxlcy1vbmx5';

export interface Example {
  /** Who asks; left out: anyone. */
  as?: 'patient' | 'doctor' | 'admin';
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  headers?: Record<string, string>;
  body?: object;
}

const people = { patient: { as: 'patient' }, doctor: { as: 'doctor' }, admin: { as: 'admin' } } as const;
const { patient, doctor, admin } = people;
const PASSWORD = 'correct horse battery';

/** One request for each route, by its name in the contract. */
export const EXAMPLES: Record<string, Example> = {
  readHealth: {},
  readReady: {},
  readOpenApi: {},
  readAsyncApi: {},
  readReference: {},

  register: {
    body: { name: 'Ines Duarte', email: 'ines@example.org', password: PASSWORD, role: 'patient', language: 'es' },
  },
  login: { body: { email: 'ana@example.org', password: PASSWORD, role: 'patient' } },
  logout: patient,
  logoutEverywhere: patient,
  replacePassword: { ...patient, body: { currentPassword: PASSWORD, newPassword: 'battery horse correct' } },
  requestReset: { body: { email: 'ana@example.org', role: 'patient' } },
  redeemReset: { body: { token: RESET_TOKEN, password: 'battery horse correct' } },
  readOwnAccount: patient,
  saveLanguage: { ...patient, body: { language: 'es' } },

  searchDoctors: { query: { q: 'skin', language: 'es', sort: 'soonest', limit: 5 } },
  countSpecializations: {},
  readDoctor: { params: { id: IDS.doctor } },
  readDashboard: doctor,
  saveDoctorProfile: { ...doctor, body: { about: 'Skin, and time to listen.', languages: ['en', 'es'] } },
  readSchedule: doctor,
  replaceSchedule: {
    ...doctor,
    body: {
      timeZone: 'America/New_York',
      schedule: [
        { day: 'monday', slots: [{ slotNumber: 1, startTime: '09:00', endTime: '09:30', isAvailable: true }] },
      ],
      overrides: [{ date: '2026-12-24', slots: [], note: 'Away' }],
      rules: { minimumNoticeMinutes: 120, autoConfirm: false },
    },
  },
  readSlots: { params: { id: IDS.doctor }, query: { from: '2026-11-24', to: '2026-11-25', view: 'days' } },
  readReviews: { params: { id: IDS.doctor }, query: { limit: 5 } },
  reviewDoctor: {
    ...patient,
    params: { id: IDS.doctor },
    body: { rating: 5, comment: 'Kind and clear.', appointmentId: IDS.over },
  },

  searchPatients: { ...admin, query: { q: 'Ana' } },
  readPatient: { ...doctor, params: { id: IDS.patient } },
  savePatientProfile: { ...patient, body: { bloodGroup: 'A+', allergies: 'Penicillin' } },

  listOwnAppointments: { ...patient, query: { status: 'pending,scheduled', limit: 1 } },
  listDoctorAppointments: { ...doctor, query: { from: '2026-11-24', limit: 1 } },
  listPatientAppointments: { ...patient, query: { order: 'desc', limit: 1 } },
  book: {
    ...patient,
    headers: { 'Idempotency-Key': 'a-key-made-by-the-client' },
    body: { doctorId: IDS.doctor, startsAt: '2026-11-25T15:00:00Z', mode: 'video', reason: 'A rash on one arm' },
  },
  readAppointment: { ...patient, params: { id: IDS.coming } },
  readCalendarFile: { ...patient, params: { id: IDS.coming } },
  changeAsDoctor: { ...doctor, params: { id: IDS.request }, body: { status: 'scheduled' } },
  changeAsPatient: { ...patient, params: { id: IDS.coming }, body: { startsAt: '2026-11-25T16:00:00Z' } },
  removeAppointment: { ...patient, params: { id: IDS.coming } },

  listConversations: { ...patient, query: { limit: 5 } },
  readPeer: { ...patient, params: { id: IDS.doctor } },
  readMessages: { ...patient, params: { receiverId: IDS.doctor }, query: { limit: 5 } },
  sendMessageTo: {
    ...patient,
    params: { receiverId: IDS.doctor },
    body: { text: 'Thank you, doctor.', clientId: 'made-by-the-client' },
  },

  readCalls: { ...patient, query: { limit: 1 } },
  readIceServers: patient,
  storeUpload: { ...patient, body: { purpose: 'message' } },
  readUpload: { ...patient, params: { id: IDS.picture } },
};

export interface EventExample {
  as: 'patient' | 'doctor';
  payload: object;
}

const offer = { type: 'offer', sdp: 'v=0…' };
const candidate = { candidate: 'candidate:1 1 udp 2130706431 192.0.2.1 54321 typ host', sdpMid: '0', sdpMLineIndex: 0 };
/** The patient in the open consult, as the ack of `join-room` names them to the doctor. */
const peerId = 'Xq6EIUFxvo9yhxDHVZDx3k';
const consult = { appointmentId: IDS.open };

/** One payload for each event that a client sends. */
export const EVENT_EXAMPLES: Record<string, EventExample> = {
  messageSend: {
    ...patient,
    payload: { to: IDS.doctor, type: 'text', text: 'Thank you, doctor.', clientId: 'made-by-the-client' },
  },
  messageDelivered: { ...doctor, payload: { from: IDS.patient, upTo: 1 } },
  messageRead: { ...doctor, payload: { from: IDS.patient, upTo: 1 } },
  typingStart: { ...patient, payload: { to: IDS.doctor } },
  typingStop: { ...patient, payload: { to: IDS.doctor } },
  watchPresence: { ...patient, payload: { userIds: [IDS.doctor] } },

  callUser: { ...patient, payload: { to: IDS.doctor, offer } },
  answerCall: { ...doctor, payload: { to: IDS.patient, callId: IDS.ringing, answer: { type: 'answer', sdp: 'v=0…' } } },
  rejectCall: { ...doctor, payload: { to: IDS.patient, callId: IDS.ringing, reason: 'declined' } },
  endCall: { ...patient, payload: { to: IDS.doctor, callId: IDS.ringing, reason: 'cancelled' } },
  relayCandidate: { ...patient, payload: { to: IDS.doctor, callId: IDS.accepted, candidate } },
  signalCall: { ...patient, payload: { callId: IDS.accepted, description: offer } },
  callConnected: { ...patient, payload: { callId: IDS.accepted } },

  joinRoom: { ...patient, payload: consult },
  leaveRoom: { ...patient, payload: consult },
  admitPeer: { ...doctor, payload: { ...consult, peerId } },
  removePeer: { ...doctor, payload: { ...consult, peerId } },
  closeRoom: { ...doctor, payload: consult },
  signalPeer: { ...doctor, payload: { to: peerId, candidate } },
  sendChatMessage: { ...doctor, payload: { ...consult, text: 'Can you hear me?' } },
  watchWaiting: { ...doctor, payload: {} },
  watchConsults: { ...patient, payload: {} },
};

interface Recorded {
  routes: Record<string, { status: number; body: unknown }>;
  events: Record<string, unknown>;
}

// Written by the test itself (`vitest run -u`): what a real server answered.
const FILE = new URL('recorded.json', import.meta.url);
const recorded: Recorded = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Recorded)
  : { routes: {}, events: {} };

/** What the example of a route was answered. */
export const answerTo = (id: string) => recorded.routes[id];
export const replyTo = (id: string) => recorded.events[id];

import { MESSAGE_TYPES } from '@health-connect/contract/messages';
import {
  date,
  group,
  id,
  nullable,
  number,
  oneOf,
  part,
  type PartOf,
  type RecordOf,
  ref,
  schemaOf,
  text,
} from '../../db/fields.js';
import { createModel } from '../../db/model.js';

/** How far one side came; the marks only ever rise. */
const marks = {
  deliveredSeq: number({ default: 0 }),
  readSeq: number({ default: 0 }),
  /** How many of the other side's messages stand at or below `readSeq`: unread is their count less this. */
  readCount: number({ default: 0 }),
};
export type MarksRecord = PartOf<typeof marks>;

/** One doctor and one patient; the id is made of theirs, so there is never a second conversation of a pair. */
const conversationFields = {
  _id: text(),
  doctorId: ref('Account'),
  patientId: ref('Account'),
  lastSeq: number(),
  /** How many of the messages the doctor wrote; the others are the patient's. */
  doctorCount: number(),
  lastMessageId: ref('Message'),
  lastAt: date(),
  doctor: group(marks),
  patient: group(marks),
};
export type ConversationRecord = RecordOf<typeof conversationFields>;

const conversationSchema = schemaOf(conversationFields, { versionKey: false });
conversationSchema.index({ doctorId: 1, lastAt: -1 });
conversationSchema.index({ patientId: 1, lastAt: -1 });

const imageFields = { uploadId: id(), url: text(), width: number(), height: number() };

const messageFields = {
  conversationId: text(),
  /** The conversation's order, from 1 without gaps: storing the message is what takes the number. */
  seq: number(),
  /** How many of the messages up to and with this one the doctor wrote. */
  doctorCount: number(),
  senderId: ref('Account'),
  receiverId: ref('Account'),
  type: oneOf(MESSAGE_TYPES),
  text: text({ default: '' }),
  image: nullable(part(imageFields)),
  clientId: text(),
  appointmentId: nullable(id()),
  createdAt: date(),
};
export type MessageRecord = RecordOf<typeof messageFields>;

const messageSchema = schemaOf(messageFields, { versionKey: false });
messageSchema.index({ conversationId: 1, seq: 1 }, { unique: true });
messageSchema.index({ senderId: 1, clientId: 1 }, { unique: true });

export const ConversationModel = createModel('Conversation', conversationSchema);
export const MessageModel = createModel('Message', messageSchema);

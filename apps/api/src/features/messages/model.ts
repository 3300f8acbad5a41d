import { MESSAGE_TYPES, type MessageType } from '@health-connect/contract/messages';
import { Schema, type Types } from 'mongoose';
import { createModel } from '../../db/model.js';

/** How far one side came; the marks only ever rise. */
export interface MarksRecord {
  deliveredSeq: number;
  readSeq: number;
  /** How many of the other side's messages stand at or below `readSeq`: unread is their count less this. */
  readCount: number;
}

/** One doctor and one patient; the id is made of theirs, so there is never a second conversation of a pair. */
export interface ConversationRecord {
  _id: string;
  doctorId: Types.ObjectId;
  patientId: Types.ObjectId;
  lastSeq: number;
  /** How many of the messages the doctor wrote; the others are the patient's. */
  doctorCount: number;
  lastMessageId: Types.ObjectId;
  lastAt: Date;
  doctor: MarksRecord;
  patient: MarksRecord;
}

export interface ImageRecord {
  uploadId: Types.ObjectId;
  url: string;
  width: number;
  height: number;
}

export interface MessageRecord {
  _id: Types.ObjectId;
  conversationId: string;
  /** The conversation's order, from 1 without gaps: storing the message is what takes the number. */
  seq: number;
  /** How many of the messages up to and with this one the doctor wrote. */
  doctorCount: number;
  senderId: Types.ObjectId;
  receiverId: Types.ObjectId;
  type: MessageType;
  text: string;
  image: ImageRecord | null;
  clientId: string;
  appointmentId: Types.ObjectId | null;
  createdAt: Date;
}

const account = { type: Schema.Types.ObjectId, ref: 'Account', required: true };
const count = { type: Number, default: 0 };
const marks = { deliveredSeq: count, readSeq: count, readCount: count };

const conversationSchema = new Schema<ConversationRecord>(
  {
    _id: String,
    doctorId: account,
    patientId: account,
    lastSeq: { type: Number, required: true },
    doctorCount: { type: Number, required: true },
    lastMessageId: { type: Schema.Types.ObjectId, ref: 'Message', required: true },
    lastAt: { type: Date, required: true },
    doctor: marks,
    patient: marks,
  },
  { versionKey: false },
);
conversationSchema.index({ doctorId: 1, lastAt: -1 });
conversationSchema.index({ patientId: 1, lastAt: -1 });

const messageSchema = new Schema<MessageRecord>(
  {
    conversationId: { type: String, required: true },
    seq: { type: Number, required: true },
    doctorCount: { type: Number, required: true },
    senderId: account,
    receiverId: account,
    type: { type: String, enum: MESSAGE_TYPES, required: true },
    text: { type: String, default: '' },
    image: {
      type: new Schema<ImageRecord>(
        { uploadId: Schema.Types.ObjectId, url: String, width: Number, height: Number },
        { _id: false },
      ),
      default: null,
    },
    clientId: { type: String, required: true },
    appointmentId: { type: Schema.Types.ObjectId, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);
messageSchema.index({ conversationId: 1, seq: 1 }, { unique: true });
messageSchema.index({ senderId: 1, clientId: 1 }, { unique: true });

export const ConversationModel = createModel('Conversation', conversationSchema);
export const MessageModel = createModel('Message', messageSchema);

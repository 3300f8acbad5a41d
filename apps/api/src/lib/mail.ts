import { createTransport } from 'nodemailer';
import { env } from '../env.js';

export interface Mail {
  to: string;
  /** The IETF tag of what it is written in (RFC 3282). */
  language: string;
  subject: string;
  /** Plain text. Never a symptom, reason, medicine or other medical word. */
  text: string;
}

const transport = env.smtpUrl ? createTransport(env.smtpUrl) : null;
const FROM = `Health-Connect <no-reply@${new URL(env.publicUrl).hostname}>`;

let outlet: ((mail: Mail) => Promise<void>) | null = transport
  ? async ({ language, ...mail }) =>
      void (await transport.sendMail({ from: FROM, ...mail, headers: { 'Content-Language': language } }))
  : null;

export const mailIsConfigured = () => outlet !== null;

/** Sends by SMTP_URL. @throws when the provider refuses. */
export async function sendMail(mail: Mail): Promise<void> {
  await outlet?.(mail);
}

/** Tests read mail where they send it. */
export const setMailOutlet = (send: typeof outlet) => {
  outlet = send;
};

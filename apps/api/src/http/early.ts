import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { ensure, refused } from './errors.js';

/** RFC 9112, 3.2: a request of HTTP/1.1 names its host. */
export const requireHost: RequestHandler = (req, _res, next) => {
  ensure(req.headers.host || req.httpVersion !== '1.1', 'malformed_request');
  next();
};

/** Fourteen kilobytes may become fourteen megabytes. No page of ours compresses what it sends. */
export function isCompressed({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return encoding !== '' && encoding !== 'identity';
}

export const compressed = () => refused('compressed');

export const refuseCompressed: RequestHandler = (req, _res, next) => {
  if (isCompressed(req)) throw compressed();
  next();
};

const OURS = [
  'autoplay',
  'camera',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'microphone',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
];
const NOBODYS = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'clipboard-read',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
const POLICY = [...OURS.map((name) => `${name}=(self)`), ...NOBODYS.map((name) => `${name}=()`)].join(', ');

/**
 * What a consult needs is for our own page alone; what nothing needs is for none, also not for what gets into the page.
 */
export const permissionsPolicy: RequestHandler = (_req, res, next) => {
  res.setHeader('Permissions-Policy', POLICY);
  next();
};

import { doc } from '../bson/types.js';
import { MAX_DOCUMENT_BYTES } from '../bson/encode.js';
import { MAX_MESSAGE_BYTES } from '../wire/frame.js';
import type { Handler } from './request.js';

/** The version whose behaviour is followed, and its number on the wire. */
const VERSION = '7.0.0';
const WIRE_VERSION = 21;
const MAX_BATCH = 100_000;
const SESSION_MINUTES = 30;

/** Answers as a server that stands alone, of which drivers expect neither transactions nor retries of writes. */
export const hello: Handler = ({ name, now }) =>
  doc({
    [name === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
    helloOk: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_BATCH,
    localTime: now(),
    logicalSessionTimeoutMinutes: SESSION_MINUTES,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  });

export const ping: Handler = () => doc({});

export const buildInfo: Handler = () =>
  doc({
    version: VERSION,
    versionArray: VERSION.split('.').map(Number).concat(0),
    modules: ['embedded'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  });

/** Sessions hold no state here, so there is nothing to end. */
export const endSessions: Handler = () => doc({});

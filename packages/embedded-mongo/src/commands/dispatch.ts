import { MongoFailure, notImplemented } from '../errors.js';
import { Budget } from '../budget.js';
import { doc, type Doc, isDoc } from '../bson/types.js';
import { ABSENT_COMMANDS, ABSENT_FIELDS, type CommandName, COMMANDS, COMMON_FIELDS } from '../supports.js';
import { aggregate } from './aggregate.js';
import { create, drop, dropDatabase, listCollections } from './collections.js';
import { getMore, killCursors } from './get-more.js';
import { deleteDocuments } from './delete.js';
import { explain } from './explain.js';
import { findAndModify } from './find-and-modify.js';
import { count, distinct, find } from './find.js';
import { buildInfo, endSessions, hello, ping } from './handshake.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { Arguments, checkFields, type Handler, type Services } from './request.js';
import { update } from './update.js';

const HANDLERS: Record<CommandName, Handler> = {
  hello,
  isMaster: hello,
  ping,
  buildInfo,
  endSessions,
  find,
  getMore,
  killCursors,
  insert,
  update,
  delete: deleteDocuments,
  findAndModify,
  aggregate,
  count,
  distinct,
  explain,
  createIndexes,
  listIndexes,
  dropIndexes,
  listCollections,
  create,
  drop,
  dropDatabase,
};

/** Other spellings that drivers use. */
const ALIASES: Record<string, CommandName> = {
  ismaster: 'isMaster',
  buildinfo: 'buildInfo',
  findandmodify: 'findAndModify',
};

const READ_LEVELS = ['local', 'available', 'majority'];

function checkConcerns(command: Doc): void {
  const concern = command.get('readConcern');
  const level = isDoc(concern) ? (concern.get('level') ?? 'local') : 'local';
  if (!READ_LEVELS.includes(level as string)) throw notImplemented(`the read concern '${String(level)}'`);
}

function commandName(command: Doc): CommandName {
  const given = command.keys().next().value ?? '';
  const name = ALIASES[given] ?? given;
  if (Object.hasOwn(HANDLERS, name)) return name as CommandName;
  if (ABSENT_COMMANDS.includes(name)) throw notImplemented(`the command ${name}`);
  throw new MongoFailure(59, `no such command: '${name}'`);
}

async function run(services: Services, command: Doc): Promise<Doc> {
  const name = commandName(command);
  const database = command.get('$db');
  if (typeof database !== 'string') throw new MongoFailure(40571, 'OP_MSG requests require a $db argument');
  const given = command.keys().next().value!;
  checkFields(name, command, [given, ...COMMANDS[name], ...COMMON_FIELDS], ABSENT_FIELDS);
  checkConcerns(command);
  const args = new Arguments(given === name ? command : new Map([[name, command.get(given)!], ...command]), name);
  const budget = new Budget(args.count('maxTimeMS', 0));
  return HANDLERS[name]({ ...services, name, database, args, budget });
}

/** A failure as the client gets it; one that is none of ours tells no more than its message. */
export function failureReply(error: unknown): Doc {
  const known =
    error instanceof MongoFailure ? error : new MongoFailure(1, error instanceof Error ? error.message : 'unknown');
  return new Map([
    ...doc({ ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName }),
    ...(known.details ?? []),
  ]);
}

/** Answers a command; a refusal is an answer too. */
export async function answer(services: Services, command: Doc): Promise<Doc> {
  try {
    const reply = await run(services, command);
    return reply.set('ok', 1);
  } catch (error) {
    return failureReply(error);
  }
}

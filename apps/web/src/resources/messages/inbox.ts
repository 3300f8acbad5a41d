import type { ConversationSummary, ConversationsMeta, Message } from '@health-connect/contract/messages';
import type { InfiniteData } from '@tanstack/react-query';
import { peerOf } from './conversation.js';
import { type Mark, raiseMarks } from './marks.js';

export interface InboxPage {
  items: ConversationSummary[];
  meta: ConversationsMeta;
}

/** The list of conversations, as far as it was loaded; latest first. */
export type Inbox = InfiniteData<InboxPage, unknown>;

/** A conversation that moved up between two pages would be on both. */
export function rowsOf({ pages }: Inbox): ConversationSummary[] {
  const rows = new Map<string, ConversationSummary>();
  for (const row of pages.flatMap(({ items }) => items)) if (!rows.has(row.peer._id)) rows.set(row.peer._id, row);
  return [...rows.values()];
}

export const unreadTotalOf = ({ pages }: Inbox) => pages[0]?.meta.unreadTotal ?? 0;

/**
 * Shows a new message as its conversation's last. `complete` is false where only the server can tell how the list is
 * now: somebody who is not in it wrote, or messages in between are not here.
 */
export function withLastMessage(inbox: Inbox, message: Message, me: string): { inbox: Inbox; complete: boolean } {
  const row = rowsOf(inbox).find(({ peer }) => peer._id === peerOf(message, me));
  if (!row) return { inbox, complete: false };
  const lastSeq = row.lastMessage?.seq ?? 0;
  if (message.seq <= lastSeq) return { inbox, complete: true };

  const isNews = message.senderId !== me && message.seq > row.mine.readSeq;
  const moved = { ...row, lastMessage: message, unread: row.unread + (isNews ? 1 : 0) };
  return { inbox: putFirst(inbox, moved, row), complete: message.seq === lastSeq + 1 };
}

/** This person has, or has read, a conversation up to there; `unread` is what is left of it. */
export function withOwnMark(inbox: Inbox, peerId: string, mark: Mark, unread: number | null): Inbox {
  return mapRow(inbox, peerId, (row) => {
    const isAll = mark.upTo >= (row.lastMessage?.seq ?? 0);
    const left = mark.kind === 'delivered' ? row.unread : isAll ? 0 : Math.min(row.unread, unread ?? row.unread);
    return { ...row, mine: raiseMarks(row.mine, mark), unread: left };
  });
}

/** Rows whose name or last line has every word that was typed. */
export function searchRows(rows: readonly ConversationSummary[], typed: string): readonly ConversationSummary[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return rows.filter(({ peer, lastMessage }) => {
    const text = plain(`${peer.name} ${peer.specialization ?? ''} ${lastMessage?.text ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** Without case and accents, so that "jose" finds José. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function putFirst(inbox: Inbox, row: ConversationSummary, was: ConversationSummary): Inbox {
  const pages = inbox.pages.map((page, index) => {
    const others = page.items.filter(({ peer }) => peer._id !== row.peer._id);
    return { ...page, items: index === 0 ? [row, ...others] : others };
  });
  return addToTotal({ ...inbox, pages }, row.unread - was.unread);
}

function mapRow(inbox: Inbox, peerId: string, change: (row: ConversationSummary) => ConversationSummary): Inbox {
  const row = rowsOf(inbox).find(({ peer }) => peer._id === peerId);
  const changed = row && change(row);
  if (!changed || changed === row) return inbox;
  const pages = inbox.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.peer._id === peerId ? changed : item)),
  }));
  return addToTotal({ ...inbox, pages }, changed.unread - row.unread);
}

function addToTotal(inbox: Inbox, difference: number): Inbox {
  if (difference === 0) return inbox;
  const unreadTotal = Math.max(0, unreadTotalOf(inbox) + difference);
  const pages = inbox.pages.map((page, index) =>
    index === 0 ? { ...page, meta: { ...page.meta, unreadTotal } } : page,
  );
  return { ...inbox, pages };
}

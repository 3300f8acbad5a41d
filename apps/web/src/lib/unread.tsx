import { type ReactNode, useMemo, useState } from 'react';
import { strictContext } from './strict-context.js';

interface UnreadContextValue {
  /** Messages of others that this person has not seen, over all conversations. */
  unreadTotal: number;
  /** For the messages feature, which knows; the frame shows it. */
  setUnreadTotal: (total: number) => void;
}

const [UnreadContext, useUnread] = strictContext<UnreadContextValue>('Unread');
export { useUnread };

export function UnreadProvider({ children }: { children: ReactNode }) {
  const [unreadTotal, setUnreadTotal] = useState(0);
  const value = useMemo(() => ({ unreadTotal, setUnreadTotal }), [unreadTotal]);
  return <UnreadContext value={value}>{children}</UnreadContext>;
}

import { useState } from 'react';
import type { News } from './rows.js';
import { useAttention } from './use-attention.js';

/** What came while the reader was not looking; it stays marked until they look away again. */
export function useNews(readSeq: number, lastSeq: number): News {
  const isAttentive = useAttention();
  const whileAway = { after: readSeq, upTo: Infinity };
  const [news, setNews] = useState<News>(isAttentive ? { after: readSeq, upTo: lastSeq } : whileAway);
  const [was, setWas] = useState(isAttentive);
  if (was !== isAttentive) {
    setWas(isAttentive);
    setNews(isAttentive ? { ...news, upTo: lastSeq } : whileAway);
  }
  return news;
}

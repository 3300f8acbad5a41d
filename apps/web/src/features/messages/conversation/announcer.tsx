import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Bubble } from './bubbles.js';

interface AnnouncerProps {
  newest: Bubble | undefined;
  name: string;
}

/** Reads out what the other one writes while the conversation is open; not what was there before. */
export function Announcer({ newest, name }: AnnouncerProps) {
  const [first] = useState(newest?.key);
  const isNews = newest && !newest.isMine && newest.key !== first;
  const text = newest?.text || t`Photo`;
  return (
    <p role="status" className="sr-only">
      {isNews && t`${name}: ${text}`}
    </p>
  );
}

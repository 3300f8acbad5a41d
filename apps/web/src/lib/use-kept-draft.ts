import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSession } from './session.js';

// Only who types something needs this code.
const loadDrafts = () => import('./drafts.js');

/**
 * Keeps what is typed on this device for the signed-in person, and gives it back after a reload or a crash.
 * @param name What it is, such as `booking:<doctor id>`; unique for one person.
 * @param draft What is to be kept; null while nothing is unsaved.
 * @param restore Takes a kept draft into the form; not called once something was typed.
 * @returns When the restored draft was typed (epoch ms), while it is there.
 */
export function useKeptDraft<T>(name: string, draft: T | null, restore: (kept: T) => void): number | null {
  const { session } = useSession();
  const key = session.status === 'signed-in' ? `${session.account._id}:${name}` : null;
  const [readyFor, setReadyFor] = useState<string | null>(null);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const text = draft === null ? null : JSON.stringify(draft);
  const stored = useRef<string | null>(null);

  const take = useEffectEvent((value: T, at: number) => {
    stored.current = JSON.stringify(value);
    if (text !== null) return;
    restore(value);
    setRestoredAt(at);
  });

  useEffect(() => {
    if (key === null) return;
    let gone = false;
    void loadDrafts()
      .then(({ readDraft }) => readDraft<T>(key))
      .then((kept) => {
        if (gone) return;
        if (kept) take(kept.value, kept.at);
        setReadyFor(key);
      })
      // Where the code cannot be had, the form works on without a draft.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [key]);

  useEffect(() => {
    if (key === null || readyFor !== key || text === stored.current) return;
    stored.current = text;
    void loadDrafts()
      .then(({ keepDraft, dropDraft }) => (text === null ? dropDraft(key) : keepDraft(key, JSON.parse(text))))
      .catch(() => undefined);
  }, [key, readyFor, text]);

  return text === null ? null : restoredAt;
}

import { MAX_MESSAGE_LENGTH } from '@health-connect/contract/messages';
import { useState } from 'react';
import { useKeptDraft } from '../../../lib/use-kept-draft.js';
import type { LocalImage } from '../../../resources/messages/outbox/outbox-entry.js';
import type { WrittenDraft } from './drafts.js';
import { type AddingProblem, imageProblem, MOST_IMAGES } from './image-problem.js';
import { useMessages } from '../messages-context.js';

export type Writing = ReturnType<typeof useDraft>;

/** What is being written to one person: words and pictures, kept while looking elsewhere. */
export function useDraft(peerId: string) {
  const { drafts, outbox } = useMessages();
  const [draft, setDraft] = useState(() => drafts.of(peerId));
  const [problem, setProblem] = useState<AddingProblem | null>(null);
  const tooMany = draft.text.length - MAX_MESSAGE_LENGTH;
  const canSend = tooMany <= 0 && (draft.text.trim() !== '' || draft.images.length > 0);

  const change = (next: WrittenDraft) => {
    drafts.keep(peerId, next);
    setDraft(next);
  };

  // Words only: a picture that was chosen is still where it was chosen from.
  const write = (text: string) => change({ ...draft, text });
  const restoredAt = useKeptDraft(`message:${peerId}`, draft.text === '' ? null : draft.text, write);

  const addFiles = (files: readonly File[]) => {
    const good = files.filter((file) => imageProblem(file) === null);
    const room = MOST_IMAGES - draft.images.length;
    const bad = files.find((file) => imageProblem(file) !== null) ?? null;
    setProblem(good.length > room ? 'too_many' : bad);
    const images = good.slice(0, room).map((file): LocalImage => ({ file, src: URL.createObjectURL(file) }));
    change({ ...draft, images: [...draft.images, ...images] });
  };

  const removeImage = (image: LocalImage) => {
    URL.revokeObjectURL(image.src);
    setProblem(null);
    change({ ...draft, images: draft.images.filter((one) => one !== image) });
  };

  const send = () => {
    if (!canSend) return;
    const text = draft.text.trim();
    const [last, ...others] = [...draft.images].reverse();
    for (const image of others.reverse()) outbox.add(peerId, { text: '', image });
    outbox.add(peerId, { text, image: last ?? null });
    setProblem(null);
    change({ text: '', images: [] });
  };

  return { draft, restoredAt, problem, canSend, write, addFiles, removeImage, send };
}

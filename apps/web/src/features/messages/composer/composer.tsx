import { IMAGE_TYPES } from '@health-connect/contract/uploads';
import { t } from '@lingui/core/macro';
import { Paperclip, SendHorizontal } from 'lucide-react';
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useRef } from 'react';
import { IconButton } from '../../../components/icon-button.js';
import { RestoredDraft } from '../../../components/restored-draft.js';
import { ComposerNotes } from './composer-notes.js';
import { ImagePreviews } from './image-previews.js';
import type { Writing } from './use-draft.js';
import { useGrowing } from './use-growing.js';
import { useTypingSignal } from '../../../resources/messages/use-typing-signal.js';

const ROUND = 'size-11! rounded-full!';

/** Words and pictures: typed, pasted, dropped or picked. Enter sends, Shift and Enter makes a new line. */
export function Composer({ peerId, writing }: { peerId: string; writing: Writing }) {
  const { draft, restoredAt, problem, canSend, write, addFiles, removeImage, send } = writing;
  const typing = useTypingSignal(peerId);
  const words = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useGrowing(words, draft.text);

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    send();
    typing.stopped();
    words.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a character.
    const sends = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (sends) submit(event);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    addFiles(files);
  };

  return (
    <form
      aria-label={t`Write`}
      onSubmit={submit}
      className="grid grid-cols-[minmax(0,1fr)] gap-2 px-2 pt-2 pb-[calc(0.5rem+env(safe-area-inset-bottom))] md:px-4 md:pt-3 md:pb-5 min-[60rem]:px-6"
    >
      <RestoredDraft at={restoredAt} onDiscard={() => write('')} />
      <ImagePreviews images={draft.images} onRemove={removeImage} />
      <div className="flex items-end gap-1 md:gap-2">
        <IconButton
          label={t`Add a picture`}
          icon={<Paperclip />}
          className={ROUND}
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept={IMAGE_TYPES.join(',')}
          onChange={(event) => {
            addFiles([...(event.target.files ?? [])]);
            event.target.value = '';
            words.current?.focus();
          }}
        />
        <div className="flex min-w-0 flex-1 rounded-[1.375rem] bg-surface-2">
          <textarea
            ref={words}
            rows={1}
            dir={draft.text === '' ? undefined : 'auto'}
            aria-label={t`Message`}
            aria-describedby="composer-notes"
            placeholder={t`Message`}
            enterKeyHint="send"
            value={draft.text}
            onChange={(event) => {
              write(event.target.value);
              typing.wrote(event.target.value);
            }}
            onBlur={typing.stopped}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            className="max-h-36 min-h-11 min-w-0 flex-1 resize-none rounded-[inherit] bg-transparent px-4 py-2.5 placeholder:text-muted [field-sizing:content]"
          />
        </div>
        <IconButton
          type="submit"
          label={t`Send`}
          icon={<SendHorizontal />}
          variant="primary"
          className={ROUND}
          aria-disabled={!canSend}
        />
      </div>
      <ComposerNotes id="composer-notes" text={draft.text} problem={problem} />
    </form>
  );
}

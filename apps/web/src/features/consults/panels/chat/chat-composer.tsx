import { MAX_MESSAGE_LENGTH } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { IconButton } from '../../../../components/icon-button.js';
import { RestoredDraft } from '../../../../components/restored-draft.js';
import { useKeptDraft } from '../../../../lib/use-kept-draft.js';

interface ChatComposerProps {
  /** Who reads it; what is not sent is kept for them. */
  peerId: string;
  onSend: (text: string) => void;
}

/** Enter sends, Shift and Enter begins a new line. */
export function ChatComposer({ peerId, onSend }: ChatComposerProps) {
  const [text, setText] = useState('');
  const restoredAt = useKeptDraft(`visit-chat:${peerId}`, text === '' ? null : text, setText);

  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };

  return (
    <form
      aria-label={t`Write`}
      className="grid gap-1 px-3 py-2 pb-[calc(0.5rem+env(safe-area-inset-bottom))]"
      onSubmit={send}
    >
      <RestoredDraft at={restoredAt} onDiscard={() => setText('')} />
      <div className="flex items-end gap-2">
        <textarea
          aria-label={t`Message`}
          placeholder={t`Message`}
          rows={1}
          dir={text === '' ? undefined : 'auto'}
          maxLength={MAX_MESSAGE_LENGTH}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
          }}
          className="input max-h-32 min-h-11 flex-1 resize-none rounded-bubble! bg-surface-2! px-4! py-2.5! [field-sizing:content]"
        />
        <IconButton
          type="submit"
          variant="primary"
          label={t`Send`}
          icon={<SendHorizontal />}
          className="size-11! rounded-full!"
        />
      </div>
    </form>
  );
}

import { IMAGE_TYPES } from '@health-connect/contract/uploads';
import { t } from '@lingui/core/macro';
import { ImageUp } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { FieldError } from '../../../components/field.js';
import { ProgressBar } from '../../../components/progress-bar.js';
import { TryAgain } from '../../../components/try-again.js';
import { type Away, awayOf, messageOf } from '../../../lib/api-error.js';
import { toast } from '../../../lib/toast.js';
import { uploadFile } from '../../../resources/uploads/mutations.js';
import { photoProblem } from './photo-problem.js';

interface PhotoFieldProps {
  /** The account whose face it is. */
  person: { _id: string; name: string; avatar: string };
  /** Who will see it. */
  hint: string;
  /** Stores the photo's address in the profile; empty takes the photo away. */
  onSave: (avatar: string) => Promise<unknown>;
}

type Progress =
  | { state: 'idle' }
  | { state: 'working'; sent: number }
  | { state: 'failed'; why: () => string; away: Away | null; again: () => void };

/** A photo takes effect at once: it is chosen, sent and stored in one step. */
export function PhotoField({ person, hint, onSave }: PhotoFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [progress, setProgress] = useState<Progress>({ state: 'idle' });
  const working = progress.state === 'working';

  const change = async (done: () => string, work: () => Promise<unknown>) => {
    setProgress({ state: 'working', sent: 0 });
    try {
      await work();
      setProgress({ state: 'idle' });
      toast.success(done());
    } catch (error) {
      setProgress({
        state: 'failed',
        why: () => messageOf(error),
        away: awayOf(error),
        again: () => void change(done, work),
      });
    }
  };

  const send = (file: File | undefined) => {
    if (!file) return;
    const why = () => photoProblem(file) ?? '';
    if (why()) return setProgress({ state: 'failed', why, away: null, again: () => {} });
    void change(
      () => t`Photo changed`,
      async () => {
        const onProgress = (sent: number) => setProgress({ state: 'working', sent });
        const { url } = await uploadFile(file, 'avatar', { onProgress });
        await onSave(url);
      },
    );
  };

  return (
    <div role="group" aria-label={t`Photo`} className="flex flex-wrap items-center gap-4">
      <Avatar id={person._id} name={person.name} src={person.avatar} size={5} />
      <div className="grid min-w-0 flex-1 basis-56 gap-1.5">
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<ImageUp aria-hidden="true" />}
            busy={working}
            busyLabel={t`Sending`}
            aria-describedby={hintId}
            onClick={() => input.current?.click()}
          >
            {person.avatar ? t`Change photo` : t`Add a photo`}
          </Button>
          {person.avatar && (
            <Button
              variant="plain"
              disabled={working}
              onClick={() =>
                void change(
                  () => t`Photo removed`,
                  () => onSave(''),
                )
              }
            >
              {t`Remove photo`}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t`Photo file`}
          accept={IMAGE_TYPES.join(',')}
          onChange={(event) => {
            send(event.target.files?.[0]);
            // The same file again, after a failure, must count as a change.
            event.target.value = '';
          }}
        />
        {working && <ProgressBar label={t`Sending the photo`} value={progress.sent} className="max-w-56" />}
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
        <div role="alert">{progress.state === 'failed' && <FieldError>{progress.why()}</FieldError>}</div>
        {progress.state === 'failed' && <TryAgain away={progress.away} onRetry={progress.again} />}
      </div>
    </div>
  );
}

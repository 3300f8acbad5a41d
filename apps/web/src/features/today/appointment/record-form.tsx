import { t } from '@lingui/core/macro';
import { Button } from '../../../components/button.js';
import { RecordFields } from '../../../components/record-fields.js';
import { SavedMark } from '../../../components/saved-mark.js';
import type { RecordEditing } from '../../../resources/records/use-record-editor.js';

/** Private notes and the summary that the patient reads. */
export function RecordForm({ record: { editor, save, fields, mark } }: { record: RecordEditing }) {
  return (
    <form
      noValidate
      className="grid gap-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save().catch(() => undefined);
      }}
    >
      <RecordFields {...fields} />
      <SavedMark {...mark} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={save.status === 'saving'} disabled={save.status === 'saved'}>
          {t`Save record`}
        </Button>
      </div>
    </form>
  );
}

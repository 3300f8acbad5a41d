import type { DoctorSchedule } from '@health-connect/contract/availability';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAccount, useSession } from '../../lib/session.js';
import { toast } from '../../lib/toast.js';
import { useKeptDraft } from '../../lib/use-kept-draft.js';
import { useNow } from '../../lib/use-now.js';
import { saveSchedule } from '../../resources/schedule/mutations.js';
import { describeChanges } from './draft/changes.js';
import { draftOf, type AvailabilityDraft, toSave } from './draft/draft.js';
import { dayProblems } from './draft/problems.js';

/** A stored schedule, the draft over it, and the way from one to the other. */
export function useAvailabilityEditor(saved: DoctorSchedule) {
  const client = useQueryClient();
  const account = useAccount();
  const { updateAccount } = useSession();
  const [edited, setEdited] = useState<AvailabilityDraft | null>(null);

  const restoredAt = useKeptDraft('schedule', edited, setEdited);

  const before = useMemo(() => draftOf(saved), [saved]);
  const draft = edited ?? before;
  const today = localDateOf(useNow(), draft.timeZone);

  const saving = useMutation({
    mutationFn: () => saveSchedule(client, toSave(draft, today)),
    onSuccess: ({ timeZone }) => {
      updateAccount({ ...account, timeZone });
      setEdited(null);
      toast.success(() => t`Hours saved`);
    },
  });

  return {
    before,
    draft,
    today,
    changes: describeChanges(before, draft),
    problems: dayProblems(draft),
    saving,
    restoredAt,
    edit: setEdited,
    undo: () => {
      setEdited(null);
      saving.reset();
    },
  };
}

export type AvailabilityEditor = ReturnType<typeof useAvailabilityEditor>;

import type { DoctorSchedule } from '@health-connect/contract/availability';
import { plural, t } from '@lingui/core/macro';
import { CircleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LeaveGuard } from '../../components/leave-guard.js';
import { Notice } from '../../components/notice.js';
import { RestoredDraft } from '../../components/restored-draft.js';
import { SaveBar } from '../../components/save-bar.js';
import { TabPanel, Tabs } from '../../components/tabs.js';
import { TryAgain } from '../../components/try-again.js';
import { awayOf, messageOf } from '../../lib/api-error.js';
import { params } from '../../lib/paths.js';
import { weekdayName } from '../../lib/week.js';
import { listOf } from '../../lib/write.js';
import { AffectedNotice } from './affected-notice.js';
import { SpecialList } from './dates/special-list.js';
import { withTypicalHours } from './draft/draft.js';
import { FirstHours } from './hours/first-hours.js';
import { WeeklyHours } from './hours/weekly-hours.js';
import { PreviewPanel } from './preview/preview-panel.js';
import { BookingRules } from './rules/booking-rules.js';
import { useAvailabilityEditor } from './use-availability-editor.js';

const tabs = () => [
  { value: 'hours', label: t`Weekly hours` },
  { value: 'dates', label: t`Time off and extra hours` },
  { value: 'rules', label: t`Booking rules` },
];

export function AvailabilityEditor({ saved }: { saved: DoctorSchedule }) {
  const editor = useAvailabilityEditor(saved);
  const { draft, edit, changes, problems, saving, today } = editor;
  const [search, setSearch] = useSearchParams();
  const [started, setStarted] = useState(false);
  const failure = useRef<HTMLDivElement>(null);
  const tab = tabs().find(({ value }) => value === search.get(params.tab))?.value ?? 'hours';
  const showTab = (value: string) => setSearch({ [params.tab]: value }, { replace: true });
  const isNew = !started && !changes && saved.schedule.every(({ slots }) => slots.length === 0);
  const count = problems.size;
  const broken = listOf([...problems.keys()].map(weekdayName));

  const save = () => {
    const showFailure = () => failure.current?.focus();
    if (count === 0) return saving.mutate(undefined, { onError: showFailure });
    showTab('hours');
    showFailure();
  };

  return (
    <Tabs label={t`Schedule`} value={tab} onValueChange={showTab} tabs={tabs()}>
      <LeaveGuard
        unsaved={changes !== ''}
        description={t`${changes}, and nothing of it is saved yet. A draft stays on this device until you sign out.`}
      />
      <div className="mt-4 grid items-start gap-x-12 gap-y-8 md:mt-6 min-[66rem]:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="min-w-0">
          <AffectedNotice timeZone={draft.timeZone} />
          <div ref={failure} tabIndex={-1} role="alert">
            {count > 0 && (
              <Notice
                tone="bad"
                icon={CircleAlert}
                title={plural(count, {
                  one: `${broken} cannot be saved yet`,
                  other: `${broken} cannot be saved yet`,
                })}
                className="mb-6"
              >
                {t`Correct the marked times, then save.`}
              </Notice>
            )}
            {saving.isError && (
              <Notice tone="bad" icon={CircleAlert} title={t`Your hours are not saved`} className="mb-6">
                <p>{messageOf(saving.error)}</p>
                <TryAgain away={awayOf(saving.error)} onRetry={() => saving.mutate()} />
              </Notice>
            )}
          </div>
          <RestoredDraft at={changes === '' ? null : editor.restoredAt} onDiscard={editor.undo} />
          <TabPanel value="hours">
            {isNew ? (
              <FirstHours onTypical={() => edit(withTypicalHours(draft))} onOwn={() => setStarted(true)} />
            ) : (
              <WeeklyHours {...editor} />
            )}
          </TabPanel>
          <TabPanel value="dates">
            <SpecialList draft={draft} today={today} onChange={(overrides) => edit({ ...draft, overrides })} />
          </TabPanel>
          <TabPanel value="rules">
            <BookingRules
              rules={draft.rules}
              onChange={(change) => edit({ ...draft, rules: { ...draft.rules, ...change } })}
            />
          </TabPanel>
          {changes !== '' && (
            <SaveBar
              detail={changes}
              saveLabel={t`Save hours`}
              saving={saving.isPending}
              onUndo={editor.undo}
              onSave={save}
            />
          )}
        </div>
        <PreviewPanel {...editor} />
      </div>
    </Tabs>
  );
}

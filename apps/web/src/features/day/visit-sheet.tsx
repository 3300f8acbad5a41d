import type { Appointment } from '@health-connect/contract/appointments';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Avatar } from '../../components/avatar.js';
import { ErrorState } from '../../components/error-state.js';
import { closeRecord } from '../../components/record/close-record.js';
import { useRecordEditor } from '../../components/record/use-record-editor.js';
import { Sheet } from '../../components/sheet.js';
import { Loading, Skeleton } from '../../components/skeleton.js';
import { TabPanel, Tabs } from '../../components/tabs.js';
import { visitQuery } from './api.js';
import { PatientCard } from './patient-card.js';
import { RecordForm } from './record-form.js';
import { useChangeVisit } from './use-live-visits.js';
import { VisitActions } from './visit-actions.js';
import { VisitFacts } from './visit-facts.js';
import { type Question, VisitQuestions } from './visit-questions.js';

export type VisitTab = 'visit' | 'record' | 'patient';

interface VisitSheetProps {
  id: string;
  /** The visit as a list already knows it. */
  known: Appointment | undefined;
  tab: VisitTab;
  onTab: (tab: VisitTab) => void;
  zone: string;
  onClose: () => void;
}

/** One visit: what it is, what can be done, the doctor's words on it, and who the patient is. */
export function VisitSheet({ id, known, ...rest }: VisitSheetProps) {
  const { data: visit = known, error, isFetching, refetch } = useQuery(visitQuery(id));
  if (visit) return <OpenVisit visit={visit} {...rest} />;
  return (
    <Sheet open onOpenChange={rest.onClose} title="Visit">
      {error ? (
        <ErrorState
          title="This visit did not load"
          error={error}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <Loading label="Loading the visit" className="grid gap-4 py-4">
          <Skeleton width="70%" />
          <Skeleton width="50%" />
          <Skeleton width="100%" height="2.5rem" />
        </Loading>
      )}
    </Sheet>
  );
}

function OpenVisit({
  visit,
  tab,
  onTab,
  zone,
  onClose,
}: Omit<VisitSheetProps, 'id' | 'known'> & { visit: Appointment }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const changing = useChangeVisit();
  const record = useRecordEditor(visit, (change) => changing.mutateAsync({ id: visit._id, change }));
  const { patientId: patient } = visit;
  const close = () => closeRecord(record.editor, onClose, () => onTab('record'));

  return (
    <Sheet
      open
      onOpenChange={() => void close()}
      title={
        <span className="flex items-center gap-3">
          <Avatar id={patient._id} name={patient.name} src={patient.avatar} />
          <span className="min-w-0">{patient.name}</span>
        </span>
      }
    >
      <Tabs
        label="About this visit"
        value={tab}
        onValueChange={(value) => onTab(value as VisitTab)}
        tabs={[
          { value: 'visit', label: 'Visit' },
          { value: 'record', label: 'Record' },
          { value: 'patient', label: 'Patient' },
        ]}
      >
        <TabPanel value="visit" className="grid gap-6 py-4">
          <VisitFacts visit={visit} zone={zone} />
          <VisitActions visit={visit} onAsk={setQuestion} />
        </TabPanel>
        <TabPanel value="record">
          <RecordForm visit={visit} record={record} />
        </TabPanel>
        <TabPanel value="patient">
          <PatientCard patientId={patient._id} />
        </TabPanel>
      </Tabs>
      {question && <VisitQuestions visit={visit} zone={zone} question={question} onClose={() => setQuestion(null)} />}
    </Sheet>
  );
}

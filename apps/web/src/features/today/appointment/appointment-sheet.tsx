import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { ErrorState } from '../../../components/error-state.js';
import { Sheet } from '../../../components/sheet.js';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { TabPanel, Tabs } from '../../../components/tabs.js';
import { appointmentQuery, RENEW_MS } from '../../../resources/appointments/queries.js';
import { closeRecord } from '../../../resources/records/close-record.js';
import { useRecordEditor } from '../../../resources/records/use-record-editor.js';
import { type Question, AppointmentQuestions } from '../dialogs/appointment-questions.js';
import { AppointmentActions } from './appointment-actions.js';
import { AppointmentFacts } from './appointment-facts.js';
import { PatientCard } from './patient-card.js';
import { RecordForm } from './record-form.js';

export type AppointmentTab = 'appointment' | 'record' | 'patient';

interface AppointmentSheetProps {
  id: string;
  /** The appointment as a list already knows it. */
  known: Appointment | undefined;
  tab: AppointmentTab;
  onTab: (tab: AppointmentTab) => void;
  zone: string;
  onClose: () => void;
}

/** One appointment: what it is, what can be done, the doctor's words on it, and who the patient is. */
export function AppointmentSheet({ id, known, ...rest }: AppointmentSheetProps) {
  const {
    data: appointment = known,
    error,
    isFetching,
    refetch,
  } = useQuery({ ...appointmentQuery(id), refetchInterval: RENEW_MS });
  if (appointment) return <OpenAppointment appointment={appointment} {...rest} />;
  return (
    <Sheet open onOpenChange={rest.onClose} title={t`Visit`}>
      {error ? (
        <ErrorState
          title={t`This visit did not load`}
          error={error}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <Loading label={t`Loading the visit`} className="grid gap-4 py-4">
          <Skeleton width="70%" />
          <Skeleton width="50%" />
          <Skeleton width="100%" height="2.5rem" />
        </Loading>
      )}
    </Sheet>
  );
}

function OpenAppointment({
  appointment,
  tab,
  onTab,
  zone,
  onClose,
}: Omit<AppointmentSheetProps, 'id' | 'known'> & { appointment: Appointment }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const record = useRecordEditor(appointment);
  const { patientId: patient } = appointment;
  const close = () => closeRecord(record.editor, onClose, () => onTab('record'));

  return (
    <Sheet
      open
      onOpenChange={() => void close()}
      title={
        <span className="flex items-center gap-3">
          <Avatar id={patient._id} name={patient.name} src={patient.avatar} />
          <bdi className="min-w-0">{patient.name}</bdi>
        </span>
      }
    >
      <Tabs
        label={t`About this visit`}
        value={tab}
        onValueChange={(value) => onTab(value as AppointmentTab)}
        tabs={[
          { value: 'appointment', label: t`Visit` },
          { value: 'record', label: t`Record` },
          { value: 'patient', label: t`Patient` },
        ]}
      >
        <TabPanel value="appointment" className="grid gap-6 py-4">
          <AppointmentFacts appointment={appointment} zone={zone} />
          <AppointmentActions appointment={appointment} onAsk={setQuestion} />
        </TabPanel>
        <TabPanel value="record">
          <RecordForm record={record} />
        </TabPanel>
        <TabPanel value="patient">
          <PatientCard patientId={patient._id} />
        </TabPanel>
      </Tabs>
      {question && (
        <AppointmentQuestions
          appointment={appointment}
          zone={zone}
          question={question}
          onClose={() => setQuestion(null)}
        />
      )}
    </Sheet>
  );
}

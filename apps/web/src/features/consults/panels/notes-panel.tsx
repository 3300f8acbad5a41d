import type { Appointment } from '@health-connect/contract/appointments';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { Notice } from '../../../components/notice.js';
import { RecordFields } from '../../../components/record-fields.js';
import { SavedMark } from '../../../components/saved-mark.js';
import { speaks } from '../../../lib/language/names.js';
import { apart } from '../../../lib/write.js';
import { reasonName } from '../../../resources/appointments/usual-reasons.js';
import type { RecordEditing } from '../../../resources/records/use-record-editor.js';
import { patientQuery } from '../../../resources/patients/queries.js';

/** What the doctor needs beside the picture: warnings, the patient's words, and room to write. */
export function NotesPanel({ appointment, record }: { appointment: Appointment; record: RecordEditing }) {
  const { patientId: patient, reason, symptoms } = appointment;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 content-start gap-5 overflow-auto px-5 py-4">
        <Warnings patientId={patient._id} />
        {patient.language && <p className="text-sm text-muted">{speaks([patient.language])}</p>}
        {(reason || symptoms) && (
          <div className="text-sm">
            <h2 className="text-sm font-medium tracking-normal">{t`In their words`}</h2>
            <p className="mt-0.5 whitespace-pre-wrap text-muted wrap-anywhere">
              {[reasonName(reason), symptoms].filter(Boolean).map((words, at) => (
                <span key={at} dir="auto" className="block">
                  {words}
                </span>
              ))}
            </p>
          </div>
        )}
        <RecordFields dense {...record.fields} />
      </div>
      <div className="grid min-h-16 items-center border-t border-line px-5 py-3">
        <SavedMark {...record.mark} />
      </div>
    </div>
  );
}

function Warnings({ patientId }: { patientId: string }) {
  const { data: patient, isError } = useQuery({ ...patientQuery(patientId), staleTime: Infinity });
  if (isError) {
    return (
      <Notice tone="wait" icon={TriangleAlert} title={t`The medical profile did not load`}>
        <p>{t`Ask about allergies.`}</p>
      </Notice>
    );
  }
  if (!patient) return null;

  const { allergies, age, bloodGroup } = patient;
  const facts = factsOf(age, apart(bloodGroup));
  return allergies ? (
    <Notice
      tone="bad"
      icon={TriangleAlert}
      title={
        <span className="wrap-anywhere">
          <Trans>
            Allergies: <bdi>{allergies}</bdi>
          </Trans>
        </span>
      }
    >
      {facts && <p className="text-muted">{facts}</p>}
    </Notice>
  ) : (
    <p className="text-sm text-muted">{facts ? t`No allergies are noted. ${facts}.` : t`No allergies are noted.`}</p>
  );
}

function factsOf(age: number | null, bloodGroup: string): string {
  if (age === null) return bloodGroup ? t`Blood group ${bloodGroup}` : '';
  return bloodGroup
    ? plural(age, { one: `# year, Blood group ${bloodGroup}`, other: `# years, Blood group ${bloodGroup}` })
    : plural(age, { one: '# year', other: '# years' });
}

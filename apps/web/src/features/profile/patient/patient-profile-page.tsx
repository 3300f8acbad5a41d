import type { PatientAccount } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { useForm } from 'react-hook-form';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { LeaveGuard } from '../../../components/leave-guard.js';
import { PageHeader } from '../../../components/page-header.js';
import { Page } from '../../../components/page.js';
import { RestoredDraft } from '../../../components/restored-draft.js';
import { SaveBar } from '../../../components/save-bar.js';
import { submitTo } from '../../../lib/form-errors.js';
import { useAccount } from '../../../lib/session.js';
import { toast } from '../../../lib/toast.js';
import { useFormDraft } from '../../../lib/use-form-draft.js';
import { formatNumber } from '../../../lib/write.js';
import { useSavePatientProfile } from '../../../resources/account/profile.js';
import { MOST_MEGABYTES } from '../../../resources/uploads/picture-problem.js';
import { AccountSection } from '../account/account-section.js';
import { CompletionMeter } from './completion-meter.js';
import { ContactList } from './contact-list.js';
import { PatientFields } from './patient-fields.js';
import { type PatientForm, patientForm, type ProfilePart, toPatientProfile } from './patient-form.js';
import { PhotoField } from '../photo/photo-field.js';

/** What a patient tells their doctors, and the account itself. */
export function PatientProfilePage() {
  const account = useAccount();
  return account.role === 'patient' ? <PatientProfile account={account} /> : null;
}

function PatientProfile({ account }: { account: PatientAccount }) {
  const most = formatNumber(MOST_MEGABYTES);
  const store = useSavePatientProfile();
  const form = useForm<PatientForm>({ shouldFocusError: false, defaultValues: patientForm(account) });
  const { isDirty, isSubmitting } = form.formState;
  const restoredAt = useFormDraft(form, 'profile');

  const save = submitTo(form, async (values) => {
    form.reset(patientForm(await store(toPatientProfile(values))));
    toast.success(t`Profile saved`);
  });
  const fill = (part: ProfilePart) =>
    part === 'emergencyContact' ? document.getElementById(CONTACTS)?.focus() : form.setFocus(part);

  return (
    <Page title={t`Your profile`}>
      <PageHeader
        title={t`Your profile`}
        detail={t`You and the doctors you have visits with can read it. Each time somebody else opens it, that is recorded.`}
      />
      <LeaveGuard
        unsaved={isDirty}
        description={t`Your profile is changed, but not saved. A draft of it stays on this device until you sign out.`}
      />
      <div className="grid max-w-[44rem] grid-cols-1 gap-6">
        <CompletionMeter account={account} onFill={fill} />
        <PhotoField
          person={account}
          hint={t`So that your doctor knows whom to expect. JPEG, PNG, WebP or GIF, up to ${most} MB.`}
          onSave={(avatar) => store({ avatar })}
        />
        <form noValidate className="grid grid-cols-1 gap-4" onSubmit={(event) => void save(event)}>
          <FormErrorSummary form={form} />
          <RestoredDraft at={restoredAt} onDiscard={() => form.reset()} />
          <PatientFields form={form} />
          <div id={CONTACTS} tabIndex={-1} className="outline-none">
            <ContactList form={form} />
          </div>
          {isDirty && (
            <SaveBar
              detail={t`your profile changed`}
              saveLabel={t`Save profile`}
              saving={isSubmitting}
              onUndo={() => form.reset()}
            />
          )}
        </form>
        <AccountSection />
      </div>
    </Page>
  );
}

const CONTACTS = 'emergency-contacts';

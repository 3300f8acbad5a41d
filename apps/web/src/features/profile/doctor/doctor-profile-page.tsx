import type { DoctorAccount } from '@health-connect/contract/accounts';
import { t } from '@lingui/core/macro';
import { useForm } from 'react-hook-form';
import { ButtonLink } from '../../../components/button-link.js';
import { FormErrorSummary } from '../../../components/form-error-summary.js';
import { LeaveGuard } from '../../../components/leave-guard.js';
import { PageHeader } from '../../../components/page-header.js';
import { Page } from '../../../components/page.js';
import { RestoredDraft } from '../../../components/restored-draft.js';
import { SaveBar } from '../../../components/save-bar.js';
import { submitTo } from '../../../lib/form-errors.js';
import { paths } from '../../../lib/paths.js';
import { useAccount } from '../../../lib/session.js';
import { toast } from '../../../lib/toast.js';
import { useFormDraft } from '../../../lib/use-form-draft.js';
import { formatNumber } from '../../../lib/write.js';
import { useSaveDoctorProfile } from '../../../resources/account/profile.js';
import { MOST_MEGABYTES } from '../../../resources/uploads/picture-problem.js';
import { AccountSection } from '../account/account-section.js';
import { DoctorFields } from './doctor-fields.js';
import { doctorForm, type DoctorForm, toDoctorProfile } from './doctor-form.js';
import { PhotoField } from '../photo/photo-field.js';
import { PublicPreview } from './public-preview.js';
import { VerificationNotice } from './verification-notice.js';

/** What a doctor says of themselves, beside what patients see of it. */
export function DoctorProfilePage() {
  const account = useAccount();
  return account.role === 'doctor' ? <DoctorProfile account={account} /> : null;
}

function DoctorProfile({ account }: { account: DoctorAccount }) {
  const most = formatNumber(MOST_MEGABYTES);
  const store = useSaveDoctorProfile();
  const form = useForm<DoctorForm>({ shouldFocusError: false, defaultValues: doctorForm(account) });
  const { isDirty, isSubmitting } = form.formState;
  const restoredAt = useFormDraft(form, 'profile');

  const save = submitTo(form, async (values) => {
    form.reset(doctorForm(await store(toDoctorProfile(values))));
    toast.success(t`Profile saved`);
  });

  return (
    <Page title={t`Your profile`}>
      <PageHeader
        title={t`Your profile`}
        detail={t`What patients read before they book you.`}
        actions={
          account.verification === 'verified' && (
            <ButtonLink to={paths.doctor(account._id)}>{t`See your page`}</ButtonLink>
          )
        }
      />
      <LeaveGuard
        unsaved={isDirty}
        description={t`Your profile is changed, but not saved. A draft of it stays on this device until you sign out.`}
      />
      <div className="grid items-start gap-x-12 gap-y-8 min-[66rem]:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <VerificationNotice verification={account.verification} />
          <PhotoField
            person={account}
            hint={t`Patients trust a face. JPEG, PNG, WebP or GIF, up to ${most} MB.`}
            onSave={(avatar) => store({ avatar })}
          />
          <form noValidate className="grid grid-cols-1 gap-4" onSubmit={(event) => void save(event)}>
            <FormErrorSummary form={form} />
            <RestoredDraft at={restoredAt} onDiscard={() => form.reset()} />
            <DoctorFields form={form} />
            {isDirty && (
              <SaveBar
                detail={t`your profile changed`}
                saveLabel={t`Save profile`}
                saving={isSubmitting}
                onUndo={() => form.reset()}
              />
            )}
          </form>
        </div>
        <PublicPreview account={account} control={form.control} />
      </div>
      <div className="min-[66rem]:max-w-[calc(100%-25rem)]">
        <AccountSection />
      </div>
    </Page>
  );
}

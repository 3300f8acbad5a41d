import { t } from '@lingui/core/macro';
import { HeartPulse, Stethoscope } from 'lucide-react';

/** Who can come in here; the same e-mail may have one account of each kind. */
export const accountKinds = () =>
  [
    {
      value: 'patient',
      label: t`A patient`,
      icon: <HeartPulse aria-hidden="true" />,
      hint: t`Find doctors, book, be seen`,
    },
    {
      value: 'doctor',
      label: t`A doctor`,
      icon: <Stethoscope aria-hidden="true" />,
      hint: t`Keep your hours, see patients from anywhere`,
    },
  ] as const;

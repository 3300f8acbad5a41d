import { HeartPulse, Stethoscope } from 'lucide-react';

/** Who can come in here; the same e-mail may have one account of each kind. */
export const ACCOUNT_KINDS = [
  {
    value: 'patient',
    label: 'A patient',
    icon: <HeartPulse aria-hidden="true" />,
    hint: 'Find doctors, book, be seen',
  },
  {
    value: 'doctor',
    label: 'A doctor',
    icon: <Stethoscope aria-hidden="true" />,
    hint: 'Keep your hours, see patients from anywhere',
  },
] as const;

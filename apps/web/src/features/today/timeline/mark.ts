import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { type LucideIcon, MessageCircle, Video } from 'lucide-react';
import { STATUS_LABELS } from '../../../resources/appointments/status-labels.js';

/** The small mark of an appointment in the day: how it will be held while it is to come, how it went after. */
export function markOf({ status, mode }: Appointment): { icon: LucideIcon; label: string } {
  const { icon, label } = STATUS_LABELS[status].day;
  if (status !== 'scheduled') return { icon, label };
  return mode === 'video'
    ? { icon: Video, label: t`video, confirmed` }
    : { icon: MessageCircle, label: t`chat, confirmed` };
}

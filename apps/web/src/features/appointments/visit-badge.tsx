import type { Appointment } from '@health-connect/contract/appointments';
import { CircleCheckBig } from 'lucide-react';
import { Badge } from '../../components/badge.js';
import { useNow } from '../../lib/use-now.js';
import { isUnclosed } from './moments.js';
import { type Reader, STATUS_WORDS } from './reader.js';

interface VisitBadgeProps {
  visit: Appointment;
  reader: Reader;
}

/** The state of a visit in the reader's words. */
export function VisitBadge({ visit, reader }: VisitBadgeProps) {
  const now = useNow();
  if (isUnclosed(visit, now)) {
    return (
      <Badge icon={CircleCheckBig} tone={reader === 'doctor' ? 'wait' : 'neutral'}>
        {reader === 'doctor' ? 'To complete' : 'Over'}
      </Badge>
    );
  }
  const { tone, icon, words } = STATUS_WORDS[visit.status];
  return (
    <Badge tone={tone} icon={icon}>
      {words[reader]}
    </Badge>
  );
}

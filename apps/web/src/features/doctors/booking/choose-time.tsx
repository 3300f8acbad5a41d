import type { DoctorProfile } from '@health-connect/contract/doctors';
import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { SlotPicker } from '../../../components/slot-picker/slot-picker.js';
import { useFreeWeeks } from '../../../resources/slots/use-free-weeks.js';

interface ChooseTimeProps {
  doctor: DoctorProfile;
  /** `startsAt` of the chosen time. */
  value: string | null;
  onChange: (slot: FreeTime) => void;
  onPick: (slot: FreeTime) => void;
}

/** The doctor's free times, from the week of the chosen or the next one on. */
export function ChooseTime({ doctor: { _id, timeZone, nextSlotAt }, value, ...on }: ChooseTimeProps) {
  const times = useFreeWeeks({ doctorId: _id, nextSlotAt, chosen: value });
  return <SlotPicker times={times} doctorZone={timeZone} value={value} {...on} />;
}

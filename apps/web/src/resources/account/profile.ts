import type { Account, ChangePassword } from '@health-connect/contract/accounts';
import { replacePassword } from '@health-connect/contract/auth';
import type { UpdateDoctorProfile } from '@health-connect/contract/doctor-fields';
import { saveDoctorProfile } from '@health-connect/contract/doctors';
import { savePatientProfile, type UpdatePatientProfile } from '@health-connect/contract/patients';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.js';
import { useAccount, useSession } from '../../lib/session.js';
import { useSocket } from '../../lib/socket-context.js';
import { doctorKeys } from '../doctors/keys.js';
import { ownScheduleQuery } from '../schedule/queries.js';

const putPatient = (body: UpdatePatientProfile) => call(savePatientProfile, { body });
const putDoctor = (body: UpdateDoctorProfile) => call(saveDoctorProfile, { body });

export function useSavePatientProfile() {
  const { updateAccount } = useSession();
  return async (profile: UpdatePatientProfile) => {
    const saved = await putPatient(profile);
    updateAccount(saved);
    return saved;
  };
}

/** What patients see, and the zone of the hours, follow the profile. */
export function useSaveDoctorProfile() {
  const { updateAccount } = useSession();
  const client = useQueryClient();
  return async (profile: UpdateDoctorProfile) => {
    const saved = await putDoctor(profile);
    updateAccount(saved);
    void client.invalidateQueries({ queryKey: doctorKeys.one(saved._id) });
    void client.invalidateQueries({ queryKey: ownScheduleQuery.queryKey });
    return saved;
  };
}

/** 13:00 or 1:00 PM, on every page of this account. */
export function useSaveHourCycle() {
  const { role } = useAccount();
  const { updateAccount } = useSession();
  return async (hourCycle: Account['hourCycle']) =>
    updateAccount(await (role === 'doctor' ? putDoctor({ hourCycle }) : putPatient({ hourCycle })));
}

/** Ends every other session; the answer carries the new one of this browser. */
export function useChangePassword() {
  const { updateAccount } = useSession();
  const { socket } = useSocket();
  return async (body: ChangePassword) => {
    // This tab goes on with a new session: it must not hear that the old one ended.
    socket?.disconnect();
    try {
      updateAccount(await call(replacePassword, { body }));
    } finally {
      socket?.connect();
    }
  };
}

import { readPatient, savePatientProfile, searchPatients } from '@health-connect/contract/patients';
import { page } from '../../http/answer.js';
import { serve, type Served } from '../../http/serve.js';
import { presentPatientAccount } from '../auth/service.js';
import { presentListed, presentPatient } from './present.js';
import * as patients from './service.js';

export const patientRoutes: Served[] = [
  serve(searchPatients, async ({ query }) => {
    const { items, nextCursor } = await patients.listPatients(query);
    return page(items.map(presentListed), nextCursor);
  }),

  serve(savePatientProfile, async ({ user, body }) => presentPatientAccount(await patients.updateProfile(user, body))),

  serve(readPatient, async ({ user, params, req }) =>
    presentPatient(await patients.openProfile(user, params.id, String(req.id))),
  ),
];

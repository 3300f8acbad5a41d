import { listPatients, patientParams, updatePatientProfile } from '@health-connect/contract/patients';
import { Router } from 'express';
import { endpoint, page } from '../../http/endpoint.js';
import { presentAccount } from '../auth/service.js';
import { presentListed, presentPatient } from './present.js';
import * as patients from './service.js';

export const patientRoutes = Router();

patientRoutes.get(
  '/',
  endpoint({ allow: ['admin'], query: listPatients }, async ({ query }) => {
    const { patients: found, nextCursor } = await patients.listPatients(query);
    return page(found.map(presentListed), nextCursor);
  }),
);

patientRoutes.put(
  '/profile',
  endpoint({ allow: ['patient'], body: updatePatientProfile }, async ({ user, body }) =>
    presentAccount(await patients.updateProfile(user, body)),
  ),
);

patientRoutes.get(
  '/:id',
  endpoint({ allow: ['patient', 'doctor', 'admin'], params: patientParams }, async ({ user, params, req }) =>
    presentPatient(await patients.openProfile(user, params.id, String(req.id))),
  ),
);

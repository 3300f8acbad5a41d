import { Types } from 'mongoose';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { AuditModel, recordAudit } from './audit.js';

createTestApp();

test('many rows at once are all stored, each once', async () => {
  const patientId = new Types.ObjectId();
  const entries = Array.from({ length: 30 }, () => ({
    actorId: null,
    actorRole: 'system' as const,
    action: 'appointment.expire',
    subjectId: new Types.ObjectId(),
    patientId,
  }));
  await Promise.all(entries.map(recordAudit));
  await recordAudit({ ...entries[0]!, action: 'later' });
  const rows = await AuditModel.find({ patientId, action: 'appointment.expire' }).lean();
  expect(new Set(rows.map(({ subjectId }) => String(subjectId))).size).toBe(30);
  expect(rows).toHaveLength(30);
  expect(await AuditModel.countDocuments({ action: 'later' })).toBe(1);
});

test('a row that cannot be stored is told to its writer alone', async () => {
  const entry = { actorId: null, actorRole: 'system' as const, action: 'x', subjectId: 'none', patientId: 'none' };
  await expect(recordAudit(entry)).rejects.toThrow();
  const fine = new Types.ObjectId();
  await recordAudit({ ...entry, subjectId: fine, patientId: fine });
  expect(await AuditModel.countDocuments({ subjectId: fine })).toBe(1);
});

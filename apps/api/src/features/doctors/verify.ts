import { DoctorModel } from '../../db/accounts.js';
import { asStored } from '../../db/lean-defaults.js';

/**
 * A person who runs the installation has looked at this doctor: patients find and book them from now on.
 * @throws Error with a sentence for that person.
 */
export async function verifyDoctor(email: string): Promise<string> {
  const doctor = await DoctorModel.findOne({ email: email.trim().toLowerCase() }, { name: 1, verification: 1 }).lean();
  if (!doctor) throw new Error(`There is no doctor with the e-mail ${email}. They register first, on the page.`);
  if (doctor.verification === 'suspended') throw new Error(`${doctor.name} is suspended, and stays so.`);
  await DoctorModel.updateOne(
    { _id: doctor._id, verification: asStored('pending', 'pending') },
    { verification: 'verified' },
  );
  return `${doctor.name} is verified: patients find and book them now.`;
}

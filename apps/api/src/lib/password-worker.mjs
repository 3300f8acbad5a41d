import bcrypt from 'bcryptjs';

const COST = 12;

/** @public What Piscina calls in each of its threads. */
export default function work({ task, password, hash }) {
  return task === 'hash' ? bcrypt.hashSync(password, COST) : bcrypt.compareSync(password, hash);
}

import bcrypt from 'bcryptjs';

// Stands in for lib/passwords where hundreds of requests hash one: the same bcrypt at its lowest cost.
export const hashPassword = (password: string) => bcrypt.hash(password, 4);

/** What was hashed at full cost, the dummy that stands for unknown accounts, matches nothing. */
export const verifyPassword = async (password: string, hash: string) =>
  hash.startsWith('$2b$04$') && bcrypt.compare(password, hash);

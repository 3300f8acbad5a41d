/** `npm run verify-doctor -- e-mail`: also while the server runs, on the embedded and on a real database. */
async function main(): Promise<string> {
  const [email] = process.argv.slice(2).filter((argument) => argument !== '--');
  if (!email) throw new Error('Say whom: npm run verify-doctor -- doctor@example.org');
  // Imported here, so that a bad environment is a list of problems and not a stack trace.
  const { connectDatabase, disconnectDatabase } = await import('./db/connect.js');
  const { joinDatabase } = await import('./db/start.js');
  const { verifyDoctor } = await import('./features/doctors/verify.js');
  const { requireReadableData } = await import('./migrations.js');
  const database = await joinDatabase();
  try {
    await connectDatabase(database.uri);
    await requireReadableData();
    return await verifyDoctor(email);
  } finally {
    await disconnectDatabase();
    await database.stop();
  }
}

main().then(
  (said) => {
    process.stdout.write(`${said}\n`);
    process.exit(0);
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);

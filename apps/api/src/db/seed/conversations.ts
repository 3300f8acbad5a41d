interface Line {
  from: 'doctor' | 'patient';
  text: string;
  minutesAgo: number;
}

/** Places in DEMO_DOCTORS and DEMO_PATIENTS, and what they wrote. */
export const CONVERSATIONS: { doctor: number; patient: number; lines: Line[] }[] = [
  {
    doctor: 0,
    patient: 0,
    lines: [
      {
        from: 'patient',
        text: 'Kia ora doctor, the patches on my arms are back. They itch most at night.',
        minutesAgo: 1500,
      },
      {
        from: 'doctor',
        text: 'Sorry to hear that. Did anything change at work or at home about three weeks ago?',
        minutesAgo: 1480,
      },
      { from: 'patient', text: 'New gloves at work! The box is at home, I can show you.', minutesAgo: 95 },
      {
        from: 'doctor',
        text: 'That helps a lot, thank you. Please bring the box and the cream to the visit.',
        minutesAgo: 40,
      },
    ],
  },
  {
    doctor: 4,
    patient: 0,
    lines: [
      { from: 'patient', text: 'Can I send the photos before we talk?', minutesAgo: 300 },
      { from: 'doctor', text: 'Yes, here is fine. See you in the visit.', minutesAgo: 280 },
    ],
  },
  {
    doctor: 0,
    patient: 1,
    lines: [{ from: 'patient', text: 'The readings of this week: 138/84, 135/82, 141/88.', minutesAgo: 200 }],
  },
  {
    doctor: 5,
    patient: 1,
    lines: [
      { from: 'doctor', text: 'How did the first week with the new routine go?', minutesAgo: 4300 },
      { from: 'patient', text: 'Better. I slept through twice.', minutesAgo: 4100 },
    ],
  },
];
